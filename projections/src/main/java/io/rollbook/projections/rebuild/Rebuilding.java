package io.rollbook.projections.rebuild;

import io.rollbook.contract.Replays;
import io.rollbook.projections.apply.BatchApplication;
import io.rollbook.projections.database.DatabaseFailure;
import io.rollbook.projections.database.Sql;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.database.Transactions;
import io.rollbook.projections.event.KafkaClients;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import javax.sql.DataSource;

/** Rebuilds the read models, one rebuild at a time over all instances. Thread-safe. */
public final class Rebuilding {

    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /**
     * The advisory lock's key: "rebuild!" in ASCII. Other services may share the database, and the
     * relay holds a lock of its own all the time.
     */
    private static final long LOCK = 0x72656275696c6421L;

    private final DataSource database;
    private final KafkaClients kafka;
    private final String topic;
    private final ReplayRequest request;
    private final BatchApplication serving;
    private final BatchApplication rebuilt;

    /**
     * @param database gives three connections at once
     * @param topic that the feed follows
     */
    public Rebuilding(
            DataSource database, KafkaClients kafka, String topic, ReplayRequest request) {
        this.database = database;
        this.kafka = kafka;
        this.topic = topic;
        this.request = request;
        this.serving = new BatchApplication(new Transactions(database), Tables.SERVING);
        this.rebuilt = new BatchApplication(new Transactions(database), Tables.REBUILT);
    }

    /**
     * @return empty when a rebuild is under way already
     * @throws RebuildFailure when it came to nothing
     * @throws io.rollbook.scim.seam.Unavailable when the database is away
     */
    public Optional<RebuildReport> run() {
        try (var connection = database.getConnection()) {
            if (!ask(connection, "select pg_try_advisory_lock(?)")) {
                return Optional.empty();
            }
            try {
                return Optional.of(run(connection));
            } finally {
                connection.setAutoCommit(true);
                ask(connection, "select pg_advisory_unlock(?)");
            }
        } catch (SQLException e) {
            throw DatabaseFailure.of("rebuilding the read models", e);
        }
    }

    private RebuildReport run(Connection connection) throws SQLException {
        var replayTopic = Replays.TOPIC_PREFIX + UUID.randomUUID();
        LOG.info("Rebuilding the read models from {}.", replayTopic);
        var live = new LiveTopic(topic, kafka, rebuilt, PATIENCE);
        try {
            var report =
                    new Rebuild(connection, serving, live, topic).run(() -> replay(replayTopic));
            LOG.info(
                    "Rebuilt the read models from {} events in {}; they are {} before.",
                    report.events(),
                    report.duration(),
                    report.isEqual() ? "as" : "not as");
            return report;
        } finally {
            kafka.deleteTopic(replayTopic);
        }
    }

    /** Reads while the write side is still writing. */
    private long replay(String replayTopic) {
        var asked =
                CompletableFuture.runAsync(
                        () -> request.replayTo(replayTopic),
                        task -> Thread.ofVirtual().name("replay-request").start(task));
        return new Replay(kafka, rebuilt, PATIENCE).readAll(replayTopic, () -> check(asked));
    }

    private static void check(CompletableFuture<Void> asked) {
        if (asked.isCompletedExceptionally()) {
            try {
                asked.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof RebuildFailure failure
                        ? failure
                        : new RebuildFailure("The write side could not replay its events.", e);
            }
        }
    }

    private static boolean ask(Connection connection, String question) throws SQLException {
        return Sql.of(question, LOCK).query(connection, rows -> rows.next() && rows.getBoolean(1));
    }
}
