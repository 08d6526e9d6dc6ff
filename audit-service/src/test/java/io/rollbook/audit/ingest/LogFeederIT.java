package io.rollbook.audit.ingest;

import static io.rollbook.audit.fixture.Story.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Broker;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.LogReader;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.query.EntriesEndpoint;
import io.rollbook.contract.Topics;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.WriteSkipped;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.embedded.EmbeddedServices;
import io.rollbook.link.trace.Traces;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.jdbc.core.JdbcTemplate;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** The whole way from the topics into the log, with servers that come and go. */
@Execution(ExecutionMode.CONCURRENT)
class LogFeederIT {

    private static final EmbeddedServices SERVERS = EmbeddedServices.startTemporary();
    private static final AtomicLong POSITIONS = new AtomicLong();
    private static final SimpleMeterRegistry REGISTRY = new SimpleMeterRegistry();
    private static final IngestMetrics METRICS =
            new IngestMetrics(REGISTRY, Traces.none(), InstantSource.system());

    private static Broker broker;
    private static LogDatabase database;
    private static JdbcTemplate operator;
    private static LogFeeder feeder;

    @BeforeAll
    static void starts() throws Exception {
        broker = new Broker(SERVERS.kafka().bootstrapServers());
        broker.createTopics(3);
        DatabaseAccess access = Databases.create(SERVERS.postgres());
        database = Databases.open(access);
        operator = Databases.asOperator(access, SERVERS.postgres());
        feeder = newFeeder();
        feeder.start();
    }

    @AfterAll
    static void stops() {
        feeder.stop();
        database.close();
        SERVERS.close();
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void takesBothTopicsOfManyTenants() {
        var stories =
                List.of(
                        new Story("a", POSITIONS),
                        new Story("b", POSITIONS),
                        new Story("c", POSITIONS));
        for (var story : stories) {
            for (int i = 0; i < 50; i++) {
                story.tell(new UserDeactivated("u-" + i, 2, cause("r-" + i)));
                story.tell(
                        new WriteSkipped(
                                new Attempt("PATCH", "User", "u-" + i, null, null),
                                cause("s-" + i)));
            }
            broker.publish(story.told());
        }
        stories.forEach(story -> awaitEntries(story, 100));
        assertThat(REGISTRY.counter("rollbook.audit.entries", "status", "skipped").count())
                .isGreaterThanOrEqualTo(150);
        await().untilAsserted(
                        () ->
                                assertThat(REGISTRY.get("rollbook.audit.lag").gauge().value())
                                        .isZero());
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void dropsWhatIsSentAgain() {
        var story = disabled("again", 5);
        broker.publish(story.told());
        broker.publish(story.told().subList(2, 5));
        story.tell(new UserDeactivated("last", 2, cause("last")));
        broker.publish(story.told());

        awaitEntries(story, 6);
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void goesOnWhenTheDatabaseWasAway() {
        var story = disabled("database-away", 3);
        SERVERS.postgres().pause();
        broker.publish(story.told());
        SERVERS.postgres().resume();

        awaitEntries(story, 3);
    }

    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void goesOnWhenKafkaWasAway() {
        var story = disabled("kafka-away", 3);
        SERVERS.kafka().pause();
        SERVERS.kafka().resume();
        broker.publish(story.told());

        awaitEntries(story, 3);
    }

    /** P8: the log is a function of the events. */
    @Test
    @Execution(ExecutionMode.SAME_THREAD)
    void buildsTheSameRowsAndHashesAnew() throws Exception {
        var story = disabled("anew", 40);
        broker.publish(story.told());
        awaitEntries(story, 40);
        feeder.stop();
        var before = rows();
        Databases.empty(SERVERS.postgres());
        feeder = newFeeder();
        feeder.start();

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(rows()).isEqualTo(before));
    }

    /** All but the time of their writing, which is outside of what is proved. */
    private static List<String> rows() {
        return List.of(
                        "entry",
                        "entry_event",
                        "entry_kind",
                        "entry_subject",
                        "subject",
                        "cycle",
                        "applied",
                        "chain_link",
                        "chain_node",
                        "chain_head",
                        "history_version",
                        "history_resource",
                        "history_attribute",
                        "history_membership",
                        "history_leaver")
                .stream()
                .flatMap(
                        table ->
                                operator
                                        .queryForList(
                                                "select (to_jsonb(t) - 'logged_at' - 'consumed_at')::text from %s t order by 1"
                                                        .formatted(table),
                                                String.class)
                                        .stream())
                .toList();
    }

    private static LogFeeder newFeeder() {
        return new LogFeeder(
                Batches.ingest(database),
                METRICS,
                SERVERS.kafka().bootstrapServers(),
                "audit-test");
    }

    private static Story disabled(String tenant, int users) {
        var story = new Story(tenant, POSITIONS);
        for (int i = 0; i < users; i++) {
            story.tell(new UserDeactivated("u-" + i, 2, cause("r-" + i)));
        }
        return story;
    }

    private static void awaitEntries(Story story, int count) {
        var reader = new LogReader(new EntriesEndpoint(database), story.tenant());
        await().atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(reader.entries("count=1000")).hasSize(count));
        assertThat(story.last(Topics.DIRECTORY)).isPositive();
    }
}
