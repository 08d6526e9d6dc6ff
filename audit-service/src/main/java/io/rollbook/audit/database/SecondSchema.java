package io.rollbook.audit.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * A second set of the log's tables beside the one that serves, in the form of this version, owned
 * by the same role and with the same rights for the service. Exists while a rebuild lasts.
 *
 * @param owner the role that owns the tables
 * @param service the role that the service works with
 */
public record SecondSchema(String url, String owner, String password, String service) {

    private static final String SUFFIX = "_rebuilt";
    private static final List<String> ORIGINALS = List.of(".purge", ".checkpoint");

    /** Privileges of a role that may not make schemas. */
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    /**
     * Makes it, empty but for the records of purges and the checkpoints that cover them; one that
     * is there was left by a rebuild that died, and goes.
     *
     * @return its name
     */
    public String create() throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement()) {
            var serving = connection.getSchema();
            var name = serving + SUFFIX;
            try {
                statement.execute("drop schema if exists " + name + " cascade");
                statement.execute("create schema " + name);
            } catch (SQLException e) {
                throw INSUFFICIENT_PRIVILEGE.equals(e.getSQLState()) ? needsRight(e) : e;
            }
            LogSchema.migrate(url, owner, password, service, name);
            copyOriginals(connection, statement, serving, name);
            return name;
        }
    }

    private SQLException needsRight(SQLException refused) {
        return new SQLException(
                "A rebuild needs a schema of its own. As the database's administrator: grant create"
                        + " on database … to "
                        + owner,
                refused.getSQLState(),
                refused);
    }

    /** The owner, too, sees one tenant's rows only while the policy is forced. */
    private static void copyOriginals(
            Connection connection, Statement statement, String from, String to)
            throws SQLException {
        connection.setAutoCommit(false);
        statement.execute("set local lock_timeout = '5s'");
        for (var table : ORIGINALS) {
            statement.execute("alter table " + from + table + " no force row level security");
            statement.execute("alter table " + to + table + " no force row level security");
        }
        statement.execute("insert into %s.purge select * from %s.purge".formatted(to, from));
        // The last one of each tenant of which something was purged.
        statement.execute(
                """
                insert into %1$s.checkpoint
                select c.* from (select distinct tenant from %2$s.purge) p
                cross join lateral (
                    select * from %2$s.checkpoint where tenant = p.tenant
                    order by number desc limit 1) c
                """
                        .formatted(to, from));
        for (var table : ORIGINALS) {
            statement.execute("alter table " + from + table + " force row level security");
            statement.execute("alter table " + to + table + " force row level security");
        }
        connection.commit();
        connection.setAutoCommit(true);
    }

    /** Of the second set, for the service's role. */
    public String serviceUrl(String serviceUrl, String name) {
        return serviceUrl + (serviceUrl.contains("?") ? "&" : "?") + "currentSchema=" + name;
    }

    public void drop(String name) throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement()) {
            statement.execute("drop schema if exists " + name + " cascade");
        }
    }
}
