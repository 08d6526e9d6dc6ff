package io.rollbook.provisioning.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rollbook.contract.Topics;
import io.rollbook.embedded.EmbeddedServices;
import io.rollbook.provisioning.CoreDatabase;
import io.rollbook.provisioning.publish.relay.RelaySettings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** PostgreSQL or Kafka go away and come back: everything arrives, in order. Servers of its own. */
@Execution(ExecutionMode.CONCURRENT)
class RelayRecoveryIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final RelaySettings NEVER_SAVES =
            new RelaySettings(Duration.ofMillis(20), Duration.ofHours(1), Duration.ofMillis(100));

    private final EmbeddedServices services = EmbeddedServices.startTemporary();
    private final CoreDatabase database = new CoreDatabase(services.postgres(), "relay_recovery");
    private final String tenant = "t-" + UUID.randomUUID();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final Relays relays =
            new Relays(database.access(), services.kafka().bootstrapServers());

    @AfterEach
    void stop() {
        relays.close();
        database.close();
        services.close();
    }

    @Test
    void goesOnAfterEveryOutage() throws Exception {
        relays.start(Relays.PACE, registry);
        commit(50);
        awaitAll();

        services.kafka().pause();
        commit(3_000);
        services.kafka().resume();
        awaitAll();

        services.postgres().pause();
        services.postgres().resume();
        commit(50);
        awaitAll();
    }

    /** Nothing was saved when the connection was lost, so that all is sent twice. */
    @Test
    void sendsAgainWithTheSameIdsAndNumbers() throws Exception {
        relays.start(NEVER_SAVES, registry);
        commit(100);
        awaitAll();

        services.postgres().pause();
        services.postgres().resume();
        try (var topic = topic()) {
            await().atMost(LONG).until(() -> topic.numbered(tenant).size() >= 200);
            assertThat(topic.numbered(tenant))
                    .hasSize(200)
                    .containsExactlyElementsOf(twice(expected()));
        }
    }

    private static List<String> twice(List<String> once) {
        return IntStream.range(0, 2).boxed().flatMap(i -> once.stream()).toList();
    }

    private void awaitAll() {
        try (var topic = topic()) {
            await().atMost(LONG)
                    .untilAsserted(
                            () ->
                                    assertThat(topic.numbered(tenant).stream().distinct())
                                            .containsExactlyElementsOf(expected()));
        }
    }

    private List<String> expected() {
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

    private Topic topic() {
        return new Topic(services.kafka().bootstrapServers(), Topics.DIRECTORY, Set.of(tenant));
    }

    private void commit(int transactions) throws SQLException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < transactions; i++) {
                Appended.event(connection, tenant);
                connection.commit();
            }
        }
    }
}
