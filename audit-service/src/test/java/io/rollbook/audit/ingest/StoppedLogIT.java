package io.rollbook.audit.ingest;

import static io.rollbook.audit.fixture.Story.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rollbook.audit.fixture.Broker;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.LogReader;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.query.EntriesEndpoint;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.embedded.kafka.EmbeddedKafka;
import io.rollbook.link.trace.Traces;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** A hole on the topic: the log stops and says so, and shows what came before. */
@Execution(ExecutionMode.CONCURRENT)
class StoppedLogIT {

    /** Of its own: the hole would stop every other log on the same topics. */
    private static final EmbeddedKafka KAFKA = EmbeddedKafka.startTemporary();

    @AfterAll
    static void stops() {
        KAFKA.close();
    }

    @Test
    void stopsForGoodWhenAnEventIsMissing() throws Exception {
        var broker = new Broker(KAFKA.bootstrapServers());
        broker.createTopics(1);
        var story = new Story("torn");
        for (int i = 1; i <= 4; i++) {
            story.tell(new UserDeactivated("u-" + i, 2, cause("r-" + i)));
        }
        var metrics = new SimpleMeterRegistry();
        try (var database = Databases.open(Databases.create("audit_stopped"))) {
            var feeder =
                    new LogFeeder(
                            Batches.ingest(database),
                            new IngestMetrics(metrics, Traces.none(), InstantSource.system()),
                            KAFKA.bootstrapServers(),
                            "audit-stopped");
            feeder.start();
            var reader = new LogReader(new EntriesEndpoint(database), "torn");
            broker.publish(story.told().subList(0, 2));
            await().atMost(Duration.ofSeconds(30)).until(() -> reader.entries("").size() == 2);
            broker.publish(List.of(story.told().get(3)));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> feeder.incompleteBecause().isPresent());
            assertThat(feeder.incompleteBecause())
                    .hasValueSatisfying(
                            reason -> assertThat(reason).contains("Event 3 of tenant torn"));
            assertThat(metrics.get("rollbook.audit.stopped").gauge().value()).isEqualTo(1);
            assertThat(reader.entries("")).hasSize(2);
            feeder.stop();
        }
    }
}
