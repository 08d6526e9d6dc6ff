package io.rollbook.provisioning.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.contract.Topics;
import io.rollbook.embedded.EmbeddedServices;
import io.rollbook.provisioning.CoreDatabase;
import io.rollbook.provisioning.publish.count.CountedEvents;
import io.rollbook.provisioning.publish.count.StoredCounts;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.sql.SQLException;
import java.util.UUID;

/** What the store tells of its events to whoever compares. */
class CountsIT {

    private static final int EVENTS = 10;

    private final CoreDatabase database = new CoreDatabase("counts");
    private final String tenant = "t-" + UUID.randomUUID();
    private final Relays relays =
            new Relays(database.access(), EmbeddedServices.shared().kafka().bootstrapServers());

    @AfterEach
    void stop() {
        relays.close();
        database.close();
    }

    @Test
    void countsWhatWasPublishedOnceAndInWindows() throws Exception {
        var counts = new StoredCounts(database.pool(), 6);
        append();
        assertThat(counts.after(0).counts()).as("nothing is published yet").isEmpty();
        relays.start();
        await().until(() -> counts.after(EVENTS - 1).position() >= EVENTS);

        var first = counts.after(0);
        assertThat(first.whole()).isFalse();
        assertThat(first.counts())
                .containsExactly(new CountedEvents.Count(tenant, Topics.DIRECTORY, 6, null));
        var second = counts.after(first.position());
        assertThat(second.whole()).isTrue();
        assertThat(second.counts())
                .containsExactly(
                        new CountedEvents.Count(tenant, Topics.DIRECTORY, 4, (long) EVENTS));
        assertThat(counts.after(second.position()).counts()).isEmpty();
    }

    private void append() throws SQLException {
        try (var connection = database.connect()) {
            connection.setAutoCommit(false);
            for (int i = 0; i < EVENTS; i++) {
                Appended.event(connection, tenant);
            }
            connection.commit();
        }
    }
}
