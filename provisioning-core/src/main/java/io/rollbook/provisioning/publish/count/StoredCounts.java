package io.rollbook.provisioning.publish.count;

import io.rollbook.contract.Topics;
import io.rollbook.provisioning.publish.count.CountedEvents.Count;

import org.jspecify.annotations.Nullable;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;

import javax.sql.DataSource;

/**
 * Counts rows, so that what the relay says it numbered can be held against what is there. Reads
 * each row once in its life, as the asker goes on from where it was. Thread-safe.
 */
public final class StoredCounts {

    /** An asker who begins with a full store comes back as often as it takes. */
    private static final int MOST_EVENTS = 200_000;

    private static final String PUBLISHED = "select position from relay_position";
    private static final String LIMIT =
            """
            select global_index from event where global_index > ? and global_index <= ?
            order by global_index offset ? limit 1
            """;
    private static final String COUNTS =
            """
            select counted.tenant, counted.topic, counted.events, published.number
            from (
                select tenant, case when aggregate_type is null then ? else ? end as topic,
                    count(*) as events
                from event where global_index > ? and global_index <= ?
                group by 1, 2
            ) as counted
            left join published_number published
                on published.tenant = counted.tenant and published.topic = counted.topic
            """;

    private final DataSource database;
    private final int mostEvents;

    /**
     * @param database gives connections that may take the relay's role
     */
    public StoredCounts(DataSource database) {
        this(database, MOST_EVENTS);
    }

    /** With smaller windows. */
    public StoredCounts(DataSource database, int mostEvents) {
        this.database = database;
        this.mostEvents = mostEvents;
    }

    /** What the relay has published after an index of the store. */
    public CountedEvents after(long position) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            // Index and numbers are saved together, and must be read of one moment.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            try (var statement = connection.createStatement()) {
                statement.execute("set local role rollbook_core_relay");
            }
            var counted = after(connection, position);
            connection.commit();
            return counted;
        }
    }

    private CountedEvents after(Connection connection, long position) throws SQLException {
        long published = single(connection, PUBLISHED, position);
        var limit = limit(connection, position, published);
        long end = limit == null ? published : limit;
        boolean whole = end == published;
        var counts = new ArrayList<Count>();
        try (var statement = connection.prepareStatement(COUNTS)) {
            statement.setString(1, Topics.ATTEMPTS);
            statement.setString(2, Topics.DIRECTORY);
            statement.setLong(3, position);
            statement.setLong(4, end);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    counts.add(
                            new Count(
                                    rows.getString(1),
                                    rows.getString(2),
                                    rows.getLong(3),
                                    whole ? number(rows) : null));
                }
            }
        }
        return new CountedEvents(end, whole, counts);
    }

    private static @Nullable Long number(ResultSet rows) throws SQLException {
        long number = rows.getLong(4);
        return rows.wasNull() ? null : number;
    }

    private @Nullable Long limit(Connection connection, long position, long published)
            throws SQLException {
        try (var statement = connection.prepareStatement(LIMIT)) {
            statement.setLong(1, position);
            statement.setLong(2, published);
            statement.setInt(3, mostEvents - 1);
            return firstLong(statement);
        }
    }

    private static long single(Connection connection, String query, long otherwise)
            throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            var found = firstLong(statement);
            return found == null ? otherwise : found;
        }
    }

    private static @Nullable Long firstLong(PreparedStatement statement) throws SQLException {
        try (var rows = statement.executeQuery()) {
            return rows.next() ? Long.valueOf(rows.getLong(1)) : null;
        }
    }
}
