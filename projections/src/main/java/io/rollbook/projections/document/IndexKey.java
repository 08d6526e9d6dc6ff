package io.rollbook.projections.document;

/**
 * The beginning of a comparable text, short enough for every index. Equal texts have equal keys;
 * the reverse is for the search document to decide. A text that is less than another one has no
 * greater key.
 */
public final class IndexKey {

    /** In characters, as PostgreSQL's {@code left} counts them: halves of pairs would not order. */
    public static final int LENGTH = 256;

    private IndexKey() {}

    public static String of(String comparable) {
        if (comparable.length() <= LENGTH
                || comparable.codePointCount(0, comparable.length()) <= LENGTH) {
            return comparable;
        }
        return comparable.substring(0, comparable.offsetByCodePoints(0, LENGTH));
    }
}
