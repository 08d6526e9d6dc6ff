package io.rollbook.audit.read;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A condition in SQL.
 *
 * @param sql has a question mark for each argument; empty for a condition that always holds
 * @param columns that it names
 */
public record Clause(String sql, List<Object> arguments, Set<String> columns) {

    public static final Clause ALWAYS = new Clause("", List.of(), Set.of());

    public Clause {
        arguments = List.copyOf(arguments);
        columns = Set.copyOf(columns);
    }

    /** On one column. */
    public static Clause of(String column, String sql, Object... arguments) {
        return new Clause(sql, List.of(arguments), Set.of(column));
    }

    /** The key has one of the values, of which there is at least one. */
    public static Clause has(Key key, List<String> values) {
        // Equality, and not a list of one, is what an index serves in order.
        return values.size() == 1
                ? of(key.column(), key.column() + " = " + key.argument(), values.getFirst())
                : of(
                        key.column(),
                        key.column() + " = any (" + key.arguments() + ")",
                        (Object) values.toArray(String[]::new));
    }

    public Clause and(Clause other) {
        if (isAlways() || other.isAlways()) {
            return isAlways() ? other : this;
        }
        return joined(" and ", other);
    }

    public Clause or(Clause other) {
        return isAlways() || other.isAlways() ? ALWAYS : joined(" or ", other);
    }

    private Clause joined(String joint, Clause other) {
        return new Clause(
                "(" + sql + joint + other.sql + ")",
                Stream.concat(arguments.stream(), other.arguments.stream()).toList(),
                Stream.concat(columns.stream(), other.columns.stream())
                        .collect(Collectors.toSet()));
    }

    boolean isAlways() {
        return sql.isEmpty();
    }
}
