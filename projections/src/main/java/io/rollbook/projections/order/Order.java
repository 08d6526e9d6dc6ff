package io.rollbook.projections.order;

import io.rollbook.projections.database.Sql;

import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * A total order: by a key, and by id where keys are equal. Without a key come last in ascending
 * order, first in descending order, which is exactly the reverse (RFC 7644 §3.4.2.3).
 */
public record Order(KeyKind kind, boolean mayBeMissing, boolean descending) {

    public static Order by(SortKey key, boolean descending) {
        return new Order(key.kind(), key.mayBeMissing(), descending);
    }

    /** An ORDER BY clause over columns of these names. */
    public String clause(String key, String id) {
        return descending
                ? " order by %s desc nulls first, %s desc ".formatted(key, id)
                : " order by %s asc nulls last, %s asc ".formatted(key, id);
    }

    /**
     * A condition that holds for what comes behind the position.
     *
     * @param key the key's own expression, so that an index can begin there
     */
    public Sql after(Position position, Sql key, String id) {
        var than = descending ? " < " : " > ";
        var before = position.key();
        if (before == null) {
            var sameKey = key.within("(", " is null and " + id + than).then("?)", position.id());
            return descending
                    ? sameKey.within("(", " or ").then(key).then(" is not null)")
                    : sameKey;
        }
        var behind =
                key.within("(", ", " + id + ")" + than)
                        .then("(?, ?)", kind.argument(before), position.id());
        return mayBeMissing && !descending
                ? behind.within("(", " or ").then(key).then(" is null)")
                : behind;
    }

    /** Where a row with these columns stands. */
    public Position read(ResultSet row, String key, String id) throws SQLException {
        return new Position(kind.read(row, key), row.getString(id));
    }
}
