package io.rollbook.provisioning.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rollbook.contract.Topics;
import io.rollbook.embedded.EmbeddedServices;
import io.rollbook.provisioning.CoreDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Promise P2: every committed event, once per number, contiguous, in the store's order. */
class NeverSkippedIT {

    private static final int WRITERS = 4;
    private static final int TRANSACTIONS_EACH = 300;
    private static final Duration LONG = Duration.ofSeconds(60);

    private final EmbeddedServices services = EmbeddedServices.shared();
    private final CoreDatabase database = new CoreDatabase("never_skipped");
    private final List<String> tenants =
            List.of("t-" + UUID.randomUUID(), "t-" + UUID.randomUUID(), "t-" + UUID.randomUUID());
    private final Relays relays =
            new Relays(database.access(), services.kafka().bootstrapServers());

    @AfterEach
    void stop() {
        relays.close();
        database.close();
    }

    @Test
    void everyCommittedEventArrivesHoweverLongATransactionStaysOpen() throws Exception {
        var registry = new SimpleMeterRegistry();
        var first = relays.start(Relays.PACE, registry);
        try (var open = database.connect();
                var topic = topic()) {
            open.setAutoCommit(false);
            long before = commit(tenants.getFirst());
            long held = Appended.event(open, tenants.getFirst());
            writeALot();
            await().until(() -> registry.get("rollbook.relay.gaps.open").gauge().value() >= 1);
            assertThat(positions(topic)).allMatch(position -> position <= before);

            first.stop();
            relays.start();
            relays.start();
            writeALot();
            assertThat(positions(topic)).allMatch(position -> position < held);

            open.commit();
            await().atMost(LONG).until(() -> !numbers(topic, tenants.getLast()).isEmpty());
            killTheWorkingRelay();
            writeALot();
            awaitAll(topic);
        }
    }

    @Test
    void aGapIsClosedWhenItsTransactionRolledBack() throws Exception {
        relays.start();
        try (var open = database.connect();
                var topic = topic()) {
            open.setAutoCommit(false);
            Appended.event(open, tenants.getFirst());
            commit(tenants.getFirst());
            open.rollback();
            awaitAll(topic);
        }
    }

    /**
     * The owner of the gap has the youngest transaction id of all, younger than the upper end of
     * every snapshot that was taken: a rule that waits for that end would close the gap at once.
     */
    @Test
    void aGapStaysOpenWhenItsOwnerIsYoungerThanEverySnapshotsEnd() throws Exception {
        try (var older = database.connect();
                var youngest = database.connect();
                var topic = topic()) {
            older.setAutoCommit(false);
            youngest.setAutoCommit(false);
            assignTransactionId(older);
            long held = Appended.event(youngest, tenants.getFirst());
            Appended.event(older, tenants.get(1));
            older.commit();
            var registry = new SimpleMeterRegistry();
            relays.start(Relays.PACE, registry);
            await().until(() -> registry.get("rollbook.relay.gaps.open").gauge().value() >= 1);
            await().during(Duration.ofMillis(500))
                    .atMost(Duration.ofSeconds(5))
                    .until(() -> positions(topic).stream().allMatch(position -> position < held));
            youngest.commit();
            awaitAll(topic);
        }
    }

    private void awaitAll(Topic topic) {
        await().atMost(LONG)
                .untilAsserted(
                        () -> {
                            for (var tenant : tenants) {
                                assertThat(topic.numbered(tenant).stream().distinct())
                                        .containsExactlyElementsOf(expected(tenant));
                            }
                        });
    }

    /** What is committed, in the store's order, with the number that it must have. */
    private List<String> expected(String tenant) {
        var ids =
                database.inTenant(
                        tenant,
                        () ->
                                database.jdbc()
                                        .sql("select event_id from event order by global_index")
                                        .query(String.class)
                                        .list());
        return IntStream.range(0, ids.size()).mapToObj(i -> (i + 1) + " " + ids.get(i)).toList();
    }

    private static List<Long> positions(Topic topic) {
        return topic.records().stream()
                .map(next -> Long.parseLong(Topic.header(next, "ce_position")))
                .toList();
    }

    private static List<String> numbers(Topic topic, String tenant) {
        return topic.numbered(tenant);
    }

    private Topic topic() {
        return new Topic(
                services.kafka().bootstrapServers(), Topics.DIRECTORY, Set.copyOf(tenants));
    }

    private long commit(String tenant) throws SQLException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            long index = Appended.event(connection, tenant);
            connection.commit();
            return index;
        }
    }

    /** Thousands of transactions of one to three events, every seventh rolled back. */
    private void writeALot() throws Exception {
        Callable<Void> writer =
                () -> {
                    try (var connection = database.connect()) {
                        connection.setAutoCommit(false);
                        for (int i = 0; i < TRANSACTIONS_EACH; i++) {
                            appendSome(connection, i);
                        }
                    }
                    return null;
                };
        try (var threads = Executors.newFixedThreadPool(WRITERS)) {
            for (var done :
                    threads.invokeAll(IntStream.range(0, WRITERS).mapToObj(i -> writer).toList())) {
                done.get();
            }
        }
    }

    private void appendSome(Connection connection, int i) throws SQLException {
        var tenant = tenants.get(i % tenants.size());
        for (int event = 0; event <= i % 3; event++) {
            Appended.event(connection, tenant);
        }
        if (i % 7 == 0) {
            connection.rollback();
        } else {
            connection.commit();
        }
    }

    private static void assignTransactionId(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("select pg_current_xact_id()");
        }
    }

    /** Its connection ends, and with it its lock, before it has saved what it sent. */
    private void killTheWorkingRelay() throws SQLException {
        var superuser = services.postgres().superuser();
        try (var connection =
                        DriverManager.getConnection(
                                superuser.jdbcUrl(), superuser.user(), superuser.password());
                var statement =
                        connection.prepareStatement(
                                """
                                select pg_terminate_backend(pid) from pg_locks
                                where locktype = 'advisory' and granted
                                    and database = (select oid from pg_database where datname = ?)
                                """)) {
            statement.setString(1, "never_skipped");
            assertThat(statement.executeQuery().next()).isTrue();
        }
    }
}
