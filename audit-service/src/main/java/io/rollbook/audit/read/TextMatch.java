package io.rollbook.audit.read;

import java.util.List;

/**
 * A text that others are, begin with or contain, as a condition for a column. Columns that are
 * searched are compared byte by byte, so that what begins alike is one range of an index.
 */
public sealed interface TextMatch {

    String text();

    record Begins(String text) implements TextMatch {

        /**
         * The first text after all that begin with this one; empty where there is none. PostgreSQL
         * orders the bytes of UTF-8, which is the order of code points.
         */
        private String end() {
            int end = text.length();
            while (end > 0) {
                int last = text.codePointBefore(end);
                end -= Character.charCount(last);
                if (last < Character.MAX_CODE_POINT) {
                    int next =
                            last + 1 == Character.MIN_SURROGATE
                                    ? Character.MAX_SURROGATE + 1
                                    : last + 1;
                    return text.substring(0, end) + Character.toString(next);
                }
            }
            return "";
        }
    }

    record Contains(String text) implements TextMatch {}

    record Equals(String text) implements TextMatch {}

    default boolean matches(String other) {
        return switch (this) {
            case Begins(var beginning) -> other.startsWith(beginning);
            case Contains(var part) -> other.contains(part);
            case Equals(var whole) -> other.equals(whole);
        };
    }

    default String condition(String column) {
        return switch (this) {
            case Begins begins when begins.end().isEmpty() -> column + " >= ?";
            case Begins _ -> "(" + column + " >= ? and " + column + " < ?)";
            case Contains _ -> column + " like ?";
            case Equals _ -> column + " = ?";
        };
    }

    default List<Object> arguments() {
        return switch (this) {
            case Begins begins when begins.end().isEmpty() -> List.of(begins.text());
            case Begins begins -> List.of(begins.text(), begins.end());
            case Equals(var whole) -> List.of(whole);
            case Contains(var part) -> List.of("%" + part.replaceAll("([\\\\%_])", "\\\\$1") + "%");
        };
    }
}
