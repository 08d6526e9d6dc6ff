package io.rollbook.projections.document;

/**
 * The beginning of a comparable text, short enough for every index. Equal texts have equal keys;
 * the reverse is for the search document to decide.
 */
public final class IndexKey {

    private static final int LENGTH = 256;

    private IndexKey() {}

    public static String of(String comparable) {
        if (comparable.length() <= LENGTH) {
            return comparable;
        }
        boolean betweenHalves = Character.isHighSurrogate(comparable.charAt(LENGTH - 1));
        return comparable.substring(0, betweenHalves ? LENGTH - 1 : LENGTH);
    }
}
