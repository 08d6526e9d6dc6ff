package io.rollbook.projections.question;

import io.rollbook.projections.cursor.CursorContent;
import io.rollbook.projections.order.Position;
import io.rollbook.scim.message.Paging;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Which part of a list is read.
 *
 * @param first the number of its first resource, from 1
 * @param count at most so many resources
 * @param offset how many to pass over; those have to be counted
 * @param after where to begin; an index leads there
 * @param total how long the list is, where that is known already
 * @param byCursor whether it matters if there is more
 */
public record Window(
        long first,
        int count,
        long offset,
        Optional<Position> after,
        OptionalLong total,
        boolean byCursor) {

    public static Window of(Paging paging) {
        return new Window(
                paging.startIndex(),
                paging.count(),
                paging.offset(),
                Optional.empty(),
                OptionalLong.empty(),
                false);
    }

    public static Window first(int count) {
        return new Window(1, count, 0, Optional.empty(), OptionalLong.empty(), true);
    }

    public static Window behind(CursorContent cursor) {
        return new Window(
                cursor.shown() + 1,
                cursor.count(),
                0,
                Optional.of(cursor.position()),
                OptionalLong.of(cursor.total()),
                true);
    }

    /** One more than is shown tells whether there is more. */
    int limit() {
        return byCursor ? count + 1 : count;
    }
}
