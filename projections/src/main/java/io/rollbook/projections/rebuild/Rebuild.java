package io.rollbook.projections.rebuild;

import io.rollbook.projections.apply.BatchApplication;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.rebuild.tables.RebuiltTables;
import io.rollbook.projections.rebuild.tables.TableSums;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

/**
 * One rebuild: replay into new tables, catch up with those that serve, exchange. Only for the last
 * steps is nothing applied; reads never stop. On a failure what serves stays.
 */
final class Rebuild {

    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration STANDSTILL = Duration.ofSeconds(2);

    private final Connection connection;
    private final BatchApplication serving;
    private final LiveTopic live;
    private final String topic;
    private final long began = System.nanoTime();

    /**
     * @param connection for this rebuild alone
     * @param serving the tables that serve
     * @param topic that the feed follows
     */
    Rebuild(Connection connection, BatchApplication serving, LiveTopic live, String topic) {
        this.connection = connection;
        this.serving = serving;
        this.live = live;
        this.topic = topic;
    }

    /** Reads a replay that it asks for, and says how many events there were. */
    @FunctionalInterface
    interface ReplayReading {
        long readAll();
    }

    RebuildReport run(ReplayReading replay) throws SQLException {
        RebuiltTables.create(connection);
        try {
            var start = live.start(serving.storedOffsets(topic), InstantSource.system().instant());
            long events = replay.readAll();
            awaitFeed(live.end());
            var reached = serving.storedOffsets(topic);
            events += live.apply(start, reached);
            return exchange(reached, events);
        } catch (SQLException | RuntimeException e) {
            undo(e);
            throw e;
        }
    }

    /** So that there is little left to catch up with when the feeds are stopped. */
    private void awaitFeed(Map<Integer, Long> end) {
        var reached = serving.storedOffsets(topic);
        long moved = System.nanoTime();
        // A feed that has stopped is no reason to wait: a rebuild may be just what it needs.
        while (isBefore(reached, end) && System.nanoTime() - moved < STANDSTILL.toNanos()) {
            LockSupport.parkNanos(LOOK.toNanos());
            var now = serving.storedOffsets(topic);
            moved = now.equals(reached) ? moved : System.nanoTime();
            reached = now;
        }
    }

    private static boolean isBefore(Map<Integer, Long> reached, Map<Integer, Long> end) {
        return end.entrySet().stream()
                .anyMatch(each -> reached.getOrDefault(each.getKey(), 0L) < each.getValue());
    }

    private RebuildReport exchange(Map<Integer, Long> reached, long eventsSoFar)
            throws SQLException {
        connection.setAutoCommit(false);
        RebuiltTables.stopFeeds(connection);
        long events = eventsSoFar + live.apply(reached, serving.storedOffsets(topic));
        var before = TableSums.of(connection, Tables.SERVING);
        var after = TableSums.of(connection, Tables.REBUILT);
        RebuiltTables.takePlace(connection);
        connection.commit();
        return new RebuildReport(
                events, Duration.ofNanos(System.nanoTime() - began), before, after);
    }

    private void undo(Exception reason) {
        try {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            RebuiltTables.drop(connection);
        } catch (SQLException e) {
            reason.addSuppressed(e);
        }
    }
}
