package io.rollbook.audit.database;

import io.rollbook.link.schema.Migrations;

import org.flywaydb.core.api.configuration.FluentConfiguration;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The tables of the log, made by a role that owns them. The service works with another role, which
 * may add entries and not change them: so whoever takes over the service cannot either.
 */
public final class LogSchema {

    private static final String FOLDER = "db/audit";
    private static final int CONNECT_RETRIES = 5;

    /** What is not made from events; everything else is. */
    private static final List<String> ORIGINALS =
            List.of(
                    "custody_entry",
                    "checkpoint",
                    "checkpoint_due",
                    "purge",
                    "signing_key",
                    // Who was told is not told again.
                    "notice",
                    "notice_delivery",
                    "notice_due",
                    "noticed",
                    "flyway_schema_history");

    /** Both: the custody stream has its links beside those of the events. */
    private static final List<String> CHAINS = List.of("chain_link", "chain_node", "chain_head");

    private static final String DERIVED =
            """
            select relname from pg_class
            where relnamespace = current_schema()::regnamespace and relkind in ('r', 'p')
                and not relispartition and relname <> all (?)
            """;

    private LogSchema() {}

    /** Whether the role finds the tables in this version's form. */
    public static boolean isMigrated(String url, String user, String password) {
        try (var connection = DriverManager.getConnection(url, user, password)) {
            return Migrations.in(FOLDER).areIn(connection);
        } catch (SQLException notThereYet) {
            // To migrate goes on trying.
            return false;
        }
    }

    /**
     * Brings the tables to this version's form.
     *
     * @param owner the role that owns them
     * @param service the role that the service works with
     */
    public static void migrate(String url, String owner, String password, String service) {
        flyway(url, owner, password, service).load().migrate();
    }

    /** The same for tables in another schema than the owner's own. */
    static void migrate(String url, String owner, String password, String service, String schema) {
        flyway(url, owner, password, service).schemas(schema).load().migrate();
    }

    private static FluentConfiguration flyway(
            String url, String owner, String password, String service) {
        return Migrations.in(FOLDER)
                .flyway()
                .dataSource(url, owner, password)
                .placeholders(Map.of("application", '"' + service + '"'))
                .connectRetries(CONNECT_RETRIES);
    }

    /**
     * Deletes everything that is made from events, in one transaction: the service then reads the
     * topics from their beginning and makes it anew, with the same hashes as before, or signs
     * nothing more. What was signed, and what is told of the log's custody, stays.
     */
    public static void empty(String url, String owner, String password) throws SQLException {
        try (var connection = DriverManager.getConnection(url, owner, password);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            var derived = derived(connection);
            for (var table : derived) {
                statement.execute("alter table " + table + " disable trigger user");
            }
            statement.execute("truncate " + String.join(", ", derived));
            for (var table : derived) {
                statement.execute("alter table " + table + " enable trigger user");
            }
            for (var table : CHAINS) {
                // The owner, too, sees one tenant's rows only while the policy is forced.
                statement.execute("alter table " + table + " no force row level security");
                statement.execute("alter table " + table + " disable trigger user");
                statement.execute("delete from " + table + " where stream <> 'custody'");
                statement.execute("alter table " + table + " enable trigger user");
                statement.execute("alter table " + table + " force row level security");
            }
            connection.commit();
        }
    }

    private static List<String> derived(Connection connection) throws SQLException {
        var originals = Stream.concat(ORIGINALS.stream(), CHAINS.stream()).toArray(String[]::new);
        var tables = new ArrayList<String>();
        try (var query = connection.prepareStatement(DERIVED)) {
            query.setArray(1, connection.createArrayOf("text", originals));
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    tables.add(rows.getString(1));
                }
            }
        }
        return tables;
    }
}
