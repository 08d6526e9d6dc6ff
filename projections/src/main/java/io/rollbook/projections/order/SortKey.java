package io.rollbook.projections.order;

import io.rollbook.projections.database.Sql;

/**
 * What the row {@code r} is ordered by.
 *
 * @param mayBeMissing whether there are rows without a value, where it is SQL's null
 */
public record SortKey(Sql expression, KeyKind kind, boolean mayBeMissing) {

    /** A column that an index keeps in order together with the id. */
    static SortKey column(String name, KeyKind kind) {
        return new SortKey(Sql.of("r." + name), kind, false);
    }

    /** No row has a value. */
    public static SortKey missing(KeyKind kind) {
        return new SortKey(Sql.of("null::" + kind.sqlType()), kind, true);
    }
}
