package io.rollbook.audit.history.page;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A part of an answer. It may be shorter than was asked for, even empty, though more follows: what
 * a page has to look at is bounded, too.
 *
 * @param next where the next page begins; null after the last
 */
public record Page<T>(List<T> items, @Nullable Place next) {

    public Page {
        items = List.copyOf(items);
    }

    public static <T> Page<T> empty() {
        return new Page<>(List.of(), null);
    }
}
