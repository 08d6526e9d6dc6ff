package io.rollbook.audit.read;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Which entries are looked for, and how many.
 *
 * @param condition in SQL, with a question mark for each argument; empty for all entries
 * @param after the last entry of the page before; null for the first page
 * @param upTo entries with a later event's position are left out
 * @param members how many of each entry's members are wanted
 */
public record Search(
        String condition,
        List<Object> arguments,
        boolean oldestFirst,
        @Nullable Place after,
        long upTo,
        int count,
        int members) {

    private static final int WHOLE_PAGE = 1_000;

    public Search {
        arguments = List.copyOf(arguments);
    }

    /** The same without a page's bounds: all up to a position, in large pages. */
    public Search whole(long lastPosition, int membersEach) {
        return new Search(
                condition, arguments, oldestFirst, after, lastPosition, WHOLE_PAGE, membersEach);
    }

    /** The same from there on. */
    public Search after(Place place) {
        return new Search(condition, arguments, oldestFirst, place, upTo, count, members);
    }
}
