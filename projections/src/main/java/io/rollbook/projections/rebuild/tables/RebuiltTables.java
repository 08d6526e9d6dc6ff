package io.rollbook.projections.rebuild.tables;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.TableOwner;
import io.rollbook.projections.database.Tables;

import java.sql.Connection;
import java.sql.SQLException;

/** Makes empty tables beside those that serve, and lets them take their place. */
public final class RebuiltTables {

    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final int TRIES = 200;

    private RebuiltTables() {}

    /** Leaves no row of an earlier rebuild that broke off. */
    public static void create(Connection connection) throws SQLException {
        TableOwner.act(
                connection,
                () -> {
                    dropAsOwner(connection);
                    for (var table : Tables.names()) {
                        Sql.of(
                                        "select copy_structure(?, ?)",
                                        Tables.SERVING.name(table),
                                        Tables.REBUILT.name(table))
                                .query(connection, rows -> rows.next());
                    }
                });
    }

    public static void drop(Connection connection) throws SQLException {
        TableOwner.act(connection, () -> dropAsOwner(connection));
    }

    private static void dropAsOwner(Connection connection) throws SQLException {
        for (var table : Tables.names()) {
            Sql.of("drop table if exists " + Tables.REBUILT.name(table)).update(connection);
        }
    }

    /** Nothing is applied any more until the transaction ends; reads go on. */
    public static void stopFeeds(Connection connection) throws SQLException {
        Sql.of("lock table %s in exclusive mode".formatted(Tables.SERVING.name("applied")))
                .update(connection);
    }

    /**
     * When the transaction commits, reads and feeds find the new tables. Reads under way are let
     * through: rather than wait for one and hold up others, it starts over.
     */
    public static void takePlace(Connection connection) throws SQLException {
        Sql.of("set local lock_timeout = '50ms'").update(connection);
        for (int tries = 1; ; tries++) {
            var before = connection.setSavepoint();
            try {
                TableOwner.act(connection, () -> rename(connection));
                return;
            } catch (SQLException e) {
                if (!LOCK_NOT_AVAILABLE.equals(e.getSQLState()) || tries == TRIES) {
                    throw e;
                }
                connection.rollback(before);
            }
        }
    }

    private static void rename(Connection connection) throws SQLException {
        var serving = Tables.names().stream().map(Tables.SERVING::name).toList();
        Sql.of("lock table %s in access exclusive mode".formatted(String.join(", ", serving)))
                .update(connection);
        for (var table : Tables.names()) {
            var name = Tables.SERVING.name(table);
            Sql.of("drop table " + name).update(connection);
            Sql.of("alter table %s rename to %s".formatted(Tables.REBUILT.name(table), name))
                    .update(connection);
        }
    }
}
