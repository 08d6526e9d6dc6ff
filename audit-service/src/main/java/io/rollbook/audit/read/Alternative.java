package io.rollbook.audit.read;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * Entries that fulfil a condition and, where a key is named, have one of its values.
 *
 * @param condition in SQL, with a question mark for each argument; empty for all entries
 * @param merged whether many entries of each value may have to be looked at and dropped, so that
 *     all values are walked through together, in the order of time, and no further than needed
 * @param missing a key that none of the entries has a value of. Its index has them in the order of
 *     time, which PostgreSQL sees only where the column is in the order, too
 */
public record Alternative(
        String condition,
        List<Object> arguments,
        @Nullable Key key,
        List<String> values,
        boolean merged,
        @Nullable Key missing) {

    /** Every entry. */
    public static final Alternative ALL = new Alternative("", List.of());

    public Alternative {
        arguments = List.copyOf(arguments);
        values = List.copyOf(values);
    }

    public Alternative(String condition, List<Object> arguments) {
        this(condition, arguments, null, List.of(), false, null);
    }

    /** Of entries with one of the values. */
    public Alternative(
            String condition, List<Object> arguments, @Nullable Key key, List<String> values) {
        this(condition, arguments, key, values, false, null);
    }

    /** The same, of which none has a value of the key. */
    public Alternative orderedBy(Key absent) {
        return new Alternative(condition, arguments, key, values, merged, absent);
    }
}
