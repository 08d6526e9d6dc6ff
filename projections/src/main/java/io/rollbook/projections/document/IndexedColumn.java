package io.rollbook.projections.document;

import java.util.function.UnaryOperator;

/**
 * What an index of a resource's table orders by.
 *
 * @param sql of the row {@code r}, as the index has it
 * @param cut which part of a comparable text is in it
 */
public record IndexedColumn(String sql, UnaryOperator<String> cut) {

    private static final int POINTS = 256;

    static IndexedColumn whole(String column) {
        return new IndexedColumn("r." + column, text -> text);
    }

    static IndexedColumn ofKey(String column) {
        return new IndexedColumn("r." + column, IndexKey::of);
    }

    /** A user's display name, which the database itself takes from the search document. */
    static IndexedColumn display() {
        return new IndexedColumn("r.display_key", text -> "0" + firstPoints(text));
    }

    /** What is in the index for a text. */
    public String key(String comparable) {
        return cut.apply(comparable);
    }

    private static String firstPoints(String text) {
        return text.codePointCount(0, text.length()) <= POINTS
                ? text
                : text.substring(0, text.offsetByCodePoints(0, POINTS));
    }
}
