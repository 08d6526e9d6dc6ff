package io.rollbook.audit.read;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Which entries are looked for, and how many.
 *
 * @param alternatives entries of any of them
 * @param after the last entry of the page before; null for the first page
 * @param upTo entries with a later event's position are left out
 * @param members how many of each entry's members are wanted
 */
public record Search(
        List<Alternative> alternatives,
        boolean oldestFirst,
        @Nullable Place after,
        long upTo,
        int count,
        int members) {

    private static final int WHOLE_PAGE = 1_000;

    public Search {
        alternatives = List.copyOf(alternatives);
    }

    /** The same without a page's bounds, in large pages. */
    public Search whole(int membersEach) {
        return new Search(alternatives, oldestFirst, after, upTo, WHOLE_PAGE, membersEach);
    }

    /** The same from there on. */
    public Search after(Place place) {
        return new Search(alternatives, oldestFirst, place, upTo, count, members);
    }
}
