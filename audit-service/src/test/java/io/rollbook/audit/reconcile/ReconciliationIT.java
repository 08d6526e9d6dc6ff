package io.rollbook.audit.reconcile;

import static io.rollbook.audit.fixture.Story.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Broker;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.audit.integrity.custody.Custody;
import io.rollbook.contract.Topics;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.embedded.EmbeddedServices;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** Store, topic and log that differ, and become equal again. */
class ReconciliationIT {

    private static final String KAFKA = EmbeddedServices.shared().kafka().bootstrapServers();
    private static final AtomicInteger DATABASES = new AtomicInteger();

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Broker broker = new Broker(KAFKA);
    private final Story story = new Story("t-" + UUID.randomUUID());
    private final List<StoreCounts.Window> windows = new ArrayList<>();
    private LogDatabase database;
    private JdbcTemplate operator;
    private Custody custody;
    private Reconciliation reconciliation;

    @BeforeEach
    void opens() throws Exception {
        broker.createTopics(1);
        var access = Databases.create("audit_reconcile_" + DATABASES.incrementAndGet());
        database = Databases.open(access);
        operator = Databases.asOperator(access);
        custody = new Custody(database, InstantSource.system());
        reconciliation =
                new Reconciliation(
                        database,
                        position ->
                                windows.isEmpty()
                                        ? new StoreCounts.Window(position, true, List.of())
                                        : windows.removeFirst(),
                        new TopicNumbers(KAFKA),
                        custody,
                        new ReconciliationMetrics(meters));
    }

    @AfterEach
    void closes() {
        database.close();
    }

    @Test
    void saysNothingWhereAllIsEqual() {
        stores(5, 5);
        broker.publish(story.told());
        Batches.apply(database, story.told());

        reconciliation.round();
        reconciliation.round();

        assertThat(told()).isEmpty();
        assertThat(open()).isZero();
    }

    @Test
    void tellsOnceOfALogThatStaysBehindAndOnceWhenItIsHealed() {
        stores(5, 5);
        broker.publish(story.told());
        Batches.apply(database, story.told().subList(0, 3));

        reconciliation.round();
        assertThat(told()).as("it may still be under way").isEmpty();
        reconciliation.round();
        reconciliation.round();

        assertThat(told()).singleElement().satisfies(this::isOfTheLogThatIsBehind);
        assertThat(open()).isEqualTo(1);

        Batches.apply(database, story.told());
        reconciliation.round();
        reconciliation.round();

        assertThat(told()).hasSize(2).first().satisfies(entry -> isHealed(entry));
        assertThat(open()).isZero();
    }

    private void isOfTheLogThatIsBehind(JsonNode entry) {
        assertThat(entry.required("act").asString()).isEqualTo("difference");
        assertThat(entry.required("topic").asString()).isEqualTo(Topics.DIRECTORY);
        assertThat(entry.required("healed").asBoolean()).isFalse();
        assertThat(entry.required("reason").asString()).isEqualTo(Difference.LOG_BEHIND.sentence());
        assertThat(entry.required("inStore").asInt()).isEqualTo(5);
        assertThat(entry.required("onTopic").asInt()).isEqualTo(5);
        assertThat(entry.required("inLog").asInt()).isEqualTo(3);
    }

    private static void isHealed(JsonNode entry) {
        assertThat(entry.required("healed").asBoolean()).isTrue();
    }

    @Test
    void findsAnEntryThatWasTakenOutOfTheLog() {
        stores(5, 5);
        broker.publish(story.told());
        Batches.apply(database, story.told());
        operator.execute("alter table entry_event disable trigger user");
        operator.update("delete from entry_event where number = 4");

        assertThat(reasonAfterTwoRounds()).isEqualTo(Difference.LOG_LACKS.sentence());
    }

    @Test
    void findsAnEventThatNeverReachedTheTopic() {
        stores(5, 5);
        broker.publish(story.told().subList(0, 4));
        Batches.apply(database, story.told());

        assertThat(reasonAfterTwoRounds()).isEqualTo(Difference.TOPIC.sentence());
    }

    @Test
    void findsAnEventThatTheRelayPassedOver() {
        stores(5, 4);
        broker.publish(story.told().subList(0, 4));
        Batches.apply(database, story.told().subList(0, 4));

        assertThat(reasonAfterTwoRounds()).isEqualTo(Difference.NUMBERS.sentence());
    }

    @Test
    void findsAnEventThatTheStoreHasNot() {
        stores(5, 5);
        windows.set(0, window(3, 3, 3));
        broker.publish(story.told());
        Batches.apply(database, story.told());
        windows.add(window(5, 1, 4));

        reconciliation.round();
        reconciliation.round();
        reconciliation.round();

        assertThat(told())
                .last()
                .satisfies(
                        entry ->
                                assertThat(entry.required("reason").asString())
                                        .isEqualTo(Difference.LOG_OTHER.sentence()));
    }

    @Test
    void countsInAsManyStepsAsTheStoreNeeds() {
        stores(5, 5);
        windows.clear();
        var count = new StoreCounts.Count(story.tenant(), Topics.DIRECTORY, 3, null);
        windows.add(new StoreCounts.Window(3, false, List.of(count)));
        windows.add(window(5, 2, 5));
        broker.publish(story.told());
        Batches.apply(database, story.told());

        reconciliation.round();
        reconciliation.round();

        assertThat(windows).isEmpty();
        assertThat(told()).isEmpty();
    }

    /** So many events are in the store, and so many were numbered. */
    private void stores(int events, long numbered) {
        for (int i = 0; i < events; i++) {
            story.tell(new UserDeactivated("u-1", i + 1, cause("r-" + i)));
        }
        windows.add(window(events, events, numbered));
    }

    private StoreCounts.Window window(long position, long events, long numbered) {
        var count = new StoreCounts.Count(story.tenant(), Topics.DIRECTORY, events, numbered);
        return new StoreCounts.Window(position, true, List.of(count));
    }

    private String reasonAfterTwoRounds() {
        reconciliation.round();
        reconciliation.round();
        assertThat(told()).hasSize(1);
        return told().getFirst().required("reason").asString();
    }

    private double open() {
        return meters.get("rollbook.audit.differences").gauge().value();
    }

    /** Newest first. */
    private List<JsonNode> told() {
        return custody.before(story.tenant(), Long.MAX_VALUE, 100).stream()
                .map(entry -> JsonMapper.shared().readTree(entry.document()))
                .toList();
    }
}
