package io.rollbook.audit.read;

import java.util.List;

/**
 * Entries that fulfil a condition and, where a column is named, have one of its values there. An
 * index serves each value of such a column in the order of time.
 *
 * @param condition in SQL, with a question mark for each argument; empty for all entries
 * @param column empty for none
 * @param missing a column that none of the entries has a value in; empty for none. Its index has
 *     them in the order of time, which PostgreSQL sees only where the column is in the order, too
 */
public record Alternative(
        String condition,
        List<Object> arguments,
        String column,
        List<String> values,
        String missing) {

    /** Every entry. */
    public static final Alternative ALL = new Alternative("", List.of());

    public Alternative {
        arguments = List.copyOf(arguments);
        values = List.copyOf(values);
    }

    public Alternative(String condition, List<Object> arguments) {
        this(condition, arguments, "", List.of(), "");
    }

    /** Of entries with one of the values. */
    public Alternative(
            String condition, List<Object> arguments, String column, List<String> values) {
        this(condition, arguments, column, values, "");
    }

    /** The same, of which none has a value in the column. */
    public Alternative orderedBy(String missingColumn) {
        return new Alternative(condition, arguments, column, values, missingColumn);
    }

    boolean isPlain() {
        return column.isEmpty();
    }
}
