package io.rollbook.audit.read;

import java.util.List;

/**
 * Entries that fulfil a condition and, where a column is named, have one of its values there. An
 * index serves each value of such a column in the order of time.
 *
 * @param condition in SQL, with a question mark for each argument; empty for all entries
 * @param column empty for none
 */
public record Alternative(
        String condition, List<Object> arguments, String column, List<String> values) {

    /** Every entry. */
    public static final Alternative ALL = new Alternative("", List.of());

    public Alternative {
        arguments = List.copyOf(arguments);
        values = List.copyOf(values);
    }

    public Alternative(String condition, List<Object> arguments) {
        this(condition, arguments, "", List.of());
    }

    boolean isPlain() {
        return column.isEmpty();
    }
}
