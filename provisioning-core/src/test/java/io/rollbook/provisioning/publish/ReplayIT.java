package io.rollbook.provisioning.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rollbook.contract.Replays;
import io.rollbook.contract.Topics;
import io.rollbook.embedded.EmbeddedServices;
import io.rollbook.provisioning.CoreDatabase;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A replay is the live topic again. */
class ReplayIT {

    private static final int EVENTS = 1_200;

    private final EmbeddedServices services = EmbeddedServices.shared();
    private final CoreDatabase database = new CoreDatabase("replay");
    private final List<String> tenants =
            List.of("t-" + UUID.randomUUID(), "t-" + UUID.randomUUID());
    private final Relays relays =
            new Relays(database.access(), services.kafka().bootstrapServers());

    @AfterEach
    void stop() {
        relays.close();
        database.close();
    }

    @Test
    void hasTheSameIdsAndNumbersAndAnEndOnEveryPartition() throws Exception {
        commitWithHoles();
        relays.start();
        try (var live = topic(Topics.DIRECTORY)) {
            await().until(() -> events(live) == EVENTS);
            await().until(() -> savedPosition() == lastIndex());

            var name = Replays.TOPIC_PREFIX + UUID.randomUUID();
            var replayed = relays.replays().fill(name);
            assertThat(replayed.events()).isEqualTo(EVENTS);
            assertThat(replayed.position()).isEqualTo(lastIndex());
            try (var replay = topic(name)) {
                await().until(() -> events(replay) == EVENTS);
                for (var tenant : tenants) {
                    assertThat(replay.numbered(tenant)).isEqualTo(live.numbered(tenant));
                }
                assertThat(replay.records().stream().filter(next -> next.key() == null))
                        .hasSize(4)
                        .allMatch(end -> Topic.header(end, "ce_type").equals(Replays.FINISHED));
            }
        }
    }

    @Test
    void goesToNoOtherTopic() {
        assertThatThrownBy(() -> relays.replays().fill(Topics.DIRECTORY))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private long events(Topic topic) {
        return tenants.stream().mapToLong(tenant -> topic.numbered(tenant).size()).sum();
    }

    private Topic topic(String name) {
        return new Topic(services.kafka().bootstrapServers(), name, Set.copyOf(tenants));
    }

    private void commitWithHoles() throws SQLException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < EVENTS; i++) {
                Appended.event(connection, tenants.get(i % 2));
                connection.commit();
                if (i % 100 == 0) {
                    Appended.event(connection, tenants.get(0));
                    connection.rollback();
                }
            }
        }
    }

    private long savedPosition() {
        return database.jdbc()
                .sql("select position from relay_position")
                .query(Long.class)
                .single();
    }

    private long lastIndex() {
        return tenants.stream()
                .mapToLong(
                        tenant ->
                                database.inTenant(
                                        tenant,
                                        () ->
                                                database.jdbc()
                                                        .sql("select max(global_index) from event")
                                                        .query(Long.class)
                                                        .single()))
                .max()
                .orElseThrow();
    }
}
