package io.rollbook.projections.database;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

/**
 * The role that the tables belong to, {@code <login>_tables}. The login may take it on, and does to
 * migrate and to rebuild; what serves and what applies events owns nothing and so can't lift a
 * policy.
 */
public final class TableOwner {

    /** For the session; without such a role the login's own remains. */
    static final String BECOME =
            """
            select set_config('role', rolname, false) from pg_roles
            where rolname = session_user || '_tables' and pg_has_role(session_user, oid, 'SET')
            """;

    private static final String BECOME_HERE = BECOME.replace("false", "true");
    private static final String LAY_DOWN = "select set_config('role', 'none', true)";
    private static final String UNBOUND =
            """
            select exists (
                    select from pg_roles
                    where rolname = current_user and (rolsuper or rolbypassrls))
                or exists (
                    select from pg_class
                    where relnamespace = current_schema()::regnamespace
                        and pg_has_role(relowner, 'USAGE'))
            """;

    private TableOwner() {}

    /** Work on tables themselves, in the transaction of the connection. */
    @FunctionalInterface
    public interface Work {
        void run() throws SQLException;
    }

    /**
     * Does the work as the owner: in the connection's transaction, which has to be rolled back when
     * the work fails, or else in one of its own.
     */
    public static void act(Connection connection, Work work) throws SQLException {
        if (!connection.getAutoCommit()) {
            actHere(connection, work);
            return;
        }
        connection.setAutoCommit(false);
        try {
            actHere(connection, work);
            connection.commit();
        } catch (SQLException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static void actHere(Connection connection, Work work) throws SQLException {
        Sql.of(BECOME_HERE).query(connection, rows -> rows);
        work.run();
        Sql.of(LAY_DOWN).query(connection, rows -> rows);
    }

    static void requireOther(DataSource database) {
        try (var connection = database.getConnection()) {
            boolean unbound =
                    Sql.of(UNBOUND).query(connection, rows -> rows.next() && rows.getBoolean(1));
            if (unbound) {
                throw new IllegalStateException(
                        "Row-level security would not hold: use a login role without SUPERUSER and"
                                + " BYPASSRLS, and let a role without login, named like it with"
                                + " _tables behind, own the schema and what is in it, given to the"
                                + " login WITH INHERIT FALSE, SET TRUE");
            }
        } catch (SQLException e) {
            throw DatabaseFailure.of("asking who owns the tables", e);
        }
    }
}
