package io.rollbook.provisioning.publish.source;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;

import javax.sql.DataSource;

/**
 * The relay's own connection, under the role that sees all tenants. It holds the lock that makes a
 * relay the only one of its database. Reading and saving go through it as well: whoever has lost
 * the lock with the connection cannot save any more. Not thread-safe.
 */
public final class RelayConnection implements AutoCloseable {

    /** The advisory lock's key within the database: "rollbook" in ASCII. */
    private static final long LOCK = 0x726F6C6C626F6F6BL;

    private static final String SAVE =
            """
            with position as (update relay_position set position = ?)
            insert into published_number (tenant, topic, number)
            select * from unnest(?::text[], ?::text[], ?::bigint[])
            on conflict (tenant, topic) do update set number = excluded.number
            """;

    private final Connection connection;

    private RelayConnection(Connection connection) {
        this.connection = connection;
    }

    /**
     * A save need not survive a crash of the server, since what follows it is sent again; so none
     * waits for the disk.
     */
    public static RelayConnection open(DataSource database) throws SQLException {
        var connection = database.getConnection();
        try (var statement = connection.createStatement()) {
            statement.execute("set role rollbook_core_relay");
            statement.execute("set synchronous_commit = off");
            return new RelayConnection(connection);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    /**
     * @return false while another relay has it
     */
    public boolean tryLock() throws SQLException {
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            statement.setLong(1, LOCK);
            try (var rows = statement.executeQuery()) {
                return rows.next() && rows.getBoolean(1);
            }
        }
    }

    public Page read(long after, int limit) throws SQLException {
        return StoredEvents.read(connection, after, limit);
    }

    /** An id that is younger than that of every transaction that has one by now. */
    public long freshTransactionId() throws SQLException {
        return single("select pg_current_xact_id()::text::bigint");
    }

    public SavePoint load() throws SQLException {
        var numbers = new HashMap<TopicOfTenant, Long>();
        try (var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                "select tenant, topic, number from published_number")) {
            while (rows.next()) {
                numbers.put(
                        new TopicOfTenant(rows.getString(1), rows.getString(2)), rows.getLong(3));
            }
        }
        return new SavePoint(single("select position from relay_position"), numbers);
    }

    /** Position and numbers in one statement, so that neither is ever saved without the other. */
    public void save(SavePoint point) throws SQLException {
        var tenants = new ArrayList<String>();
        var topics = new ArrayList<String>();
        var numbers = new ArrayList<Long>();
        point.numbers()
                .forEach(
                        (stream, number) -> {
                            tenants.add(stream.tenantId());
                            topics.add(stream.topic());
                            numbers.add(number);
                        });
        try (var statement = connection.prepareStatement(SAVE)) {
            statement.setLong(1, point.position());
            statement.setArray(2, connection.createArrayOf("text", tenants.toArray()));
            statement.setArray(3, connection.createArrayOf("text", topics.toArray()));
            statement.setArray(4, connection.createArrayOf("bigint", numbers.toArray()));
            statement.executeUpdate();
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private long single(String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            if (!rows.next()) {
                throw new SQLException("No row for: " + query);
            }
            return rows.getLong(1);
        }
    }
}
