package io.rollbook.audit.ingest;

import static io.rollbook.audit.fixture.Story.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.database.TenantScope;
import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.LogReader;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.history.record.HistoryWriter;
import io.rollbook.audit.query.EntriesEndpoint;
import io.rollbook.contract.ActorKind;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.WriteRefused;
import io.rollbook.contract.tenant.ConnectionConfigured;
import io.rollbook.contract.tenant.ConnectionCreated;
import io.rollbook.contract.tenant.ConnectionLimits;
import io.rollbook.contract.tenant.ConnectionNotifications;
import io.rollbook.contract.tenant.TokenIssued;
import io.rollbook.contract.tenant.TokenRevoked;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.contract.user.UserUpdated;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Batches against a real database. */
class IngestIT {

    private static LogDatabase database;

    @BeforeAll
    static void opens() {
        database = Databases.open(Databases.create("audit_ingest"));
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    @Test
    void joinsTheEventsOfOneRequestAlsoWhenTheyArriveInTwoBatches() {
        var story = disabling("two-batches");

        apply(story.told().subList(0, 2));
        apply(story.told().subList(2, 3));

        assertThat(read(story).entries("").getFirst().required("changes"))
                .extracting(change -> change.required("path").asString())
                .containsExactly("active", "title");
    }

    @Test
    void makesTheSameEntriesHoweverTheEventsFallIntoBatches() {
        var together = disabling("together");
        var apart = disabling("apart");
        apply(together.told());
        apart.told().forEach(event -> apply(List.of(event)));

        var one = read(together).page("").toString();
        var other = read(apart).page("").toString();

        assertThat(other.replace("apart", "together")).isEqualTo(one);
    }

    /** Also when the two events come in batches of their own. */
    @Test
    void tellsFromWhatAConnectionWasConfiguredAndWhichTokenWasRevoked() {
        var story = new Story("configured");
        var operator = cause("r-1", ActorKind.ADMINISTRATOR, "admin", null);
        story.tell(new ConnectionCreated("entra", 1, "Entra", operator));
        story.tell(new TokenIssued("entra", 2, "k-1", List.of("scim"), "x7Qa", null, operator));
        story.tell(configured(3, 10));
        story.tell(configured(4, 20));
        story.tell(new TokenRevoked("entra", 5, "k-1", cause("r-5")));
        story.tell(configured(6, 30));
        apply(story.told().subList(0, 3));
        apply(story.told().subList(3, 6));

        assertThat(read(story).entries("").stream().map(entry -> entry.at("/changes/0")))
                .extracting(
                        change ->
                                change.at("/old/massDeletionThreshold").asString("")
                                        + change.at("/old/lastFour").asString("")
                                        + " "
                                        + change.at("/new/massDeletionThreshold").asString(""))
                .startsWith("20 30", "x7Qa ", "10 20", " 10");
    }

    private static ConnectionConfigured configured(long version, int mostDeletions) {
        return new ConnectionConfigured(
                "entra",
                version,
                null,
                new ConnectionLimits(null, null, null),
                new ConnectionNotifications(List.of(), null, mostDeletions, null),
                false,
                cause("r-" + version));
    }

    @Test
    void dropsWhatWasAppliedBefore() {
        var story = disabling("again");
        apply(story.told());
        var before = read(story).page("");

        assertThat(apply(story.told())).isEmpty();
        assertThat(apply(story.told().subList(1, 2))).isEmpty();
        assertThat(read(story).page("")).isEqualTo(before);
    }

    @Test
    void goesOnAfterABatchThatWasPartlyAppliedBefore() {
        var story = disabling("overlap");
        apply(story.told().subList(0, 2));
        apply(story.told());

        assertThat(read(story).entries("")).hasSize(2);
    }

    /** A crash comes between the end of the one transaction and that of the other. */
    @Test
    void goesOnWhenHistoryWasWrittenAndTheLogWasNot() {
        var story = disabling("ahead");
        apply(story.told().subList(0, 1));
        database.derive(
                transaction -> {
                    TenantScope.enter(transaction, story.tenant());
                    new HistoryWriter(transaction, story.tenant(), Instant.EPOCH)
                            .add(Batches.logged(story.told().subList(1, 3)));
                    return story;
                });

        apply(story.told());

        assertThat(read(story).entries("")).hasSize(2);
        assertThat(versions(story.tenant())).containsExactly(1L, 2L, 3L);
    }

    private static List<Long> versions(String tenant) {
        return database.read(
                tenant,
                transaction ->
                        transaction.queryForList(
                                "select number from history_version order by number", Long.class));
    }

    @Test
    void refusesTheWholeBatchWhenANumberIsMissing() {
        var whole = disabling("whole");
        var torn = disabling("torn");
        var batch = List.of(whole.told().get(0), torn.told().get(0), torn.told().get(2));

        assertThatThrownBy(() -> apply(batch))
                .isInstanceOf(LogIncomplete.class)
                .hasMessageContaining("Event 2 of tenant torn is missing");
        assertThat(read(whole).entries("")).isEmpty();
        assertThat(read(torn).entries("")).isEmpty();
    }

    @Test
    void refusesAFirstEventThatIsNotTheFirst() {
        var story = disabling("late");

        assertThatThrownBy(() -> apply(story.told().subList(1, 3)))
                .isInstanceOf(LogIncomplete.class)
                .hasMessageContaining("Event 1 of tenant late is missing");
    }

    @Test
    void countsTheTopicsApart() {
        var story = disabling("topics");
        story.tell(
                new WriteRefused(
                        new Attempt("POST", "User", null, null, "mia"),
                        409,
                        "uniqueness",
                        "Taken.",
                        cause("r-9")));
        apply(story.told());

        assertThat(read(story).entries("status=failure")).hasSize(1);
        assertThat(read(story).entries("status=success")).hasSize(2);
    }

    /** What was refused for what it said is logged with what it said. */
    @Test
    void takesTextThatPostgresCannotHold() {
        var story = new Story("odd-text");
        story.tell(
                new WriteRefused(
                        new Attempt("POST", "User", null, "x\u0000\ud800", "mia \ud83d\ude00"),
                        400,
                        "invalidValue",
                        "userName must not contain \u0000.",
                        cause("r-1")));
        story.tell(
                new UserUpdated(
                        "u-1",
                        2,
                        List.of(new AttributeChange("displayName", null, "M\u0000ia \\u0000")),
                        cause("r-2")));
        story.tell(
                new UserUpdated(
                        "u-1",
                        3,
                        List.of(
                                new AttributeChange(
                                        "emails", null, List.of(Map.of("value", "\u0000")))),
                        cause("r-3")));
        apply(story.told());

        var refused = read(story).entries("status=failure").getFirst().required("target");
        assertThat(refused.required("externalId").asString()).isEqualTo("x\uFFFD\uFFFD");
        assertThat(refused.required("name").asString()).isEqualTo("mia \ud83d\ude00");
        var renamed = read(story).entries("status=success").getFirst().required("target");
        assertThat(renamed.required("name").asString()).isEqualTo("M\uFFFDia \\u0000");
    }

    /** Creates a user and, in one request, disables and renames it. */
    private static Story disabling(String tenant) {
        var story = new Story(tenant);
        story.tell(new UserCreated("u-1", 1, Map.of("userName", "mia"), cause("r-1")));
        story.tell(new UserDeactivated("u-1", 2, cause("r-2")));
        story.tell(
                new UserUpdated(
                        "u-1", 3, List.of(new AttributeChange("title", null, "Dr")), cause("r-2")));
        return story;
    }

    private static List<LoggedEvent> apply(List<Story.Told> events) {
        return Batches.apply(database, events);
    }

    private static LogReader read(Story story) {
        return new LogReader(new EntriesEndpoint(database), story.tenant());
    }
}
