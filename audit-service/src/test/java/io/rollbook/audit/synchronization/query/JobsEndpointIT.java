package io.rollbook.audit.synchronization.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.contract.Actor;
import io.rollbook.contract.ActorKind;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.Cause;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.RequestsRefused;
import io.rollbook.contract.attempt.WriteRefused;
import io.rollbook.contract.group.GroupCreated;
import io.rollbook.contract.tenant.ConnectionCreated;
import io.rollbook.contract.tenant.TokenIssued;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.contract.user.UserUpdated;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Jobs as they are asked for, made from events in a real database. */
class JobsEndpointIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration GAP = Duration.ofMinutes(10);
    private static final String JOBS = "/servicePrincipals/entra/synchronization/jobs";

    private static LogDatabase database;

    private int requests;

    @BeforeAll
    static void opens() {
        database = Databases.open(Databases.create("audit_jobs"));
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    @Test
    void aConnectionIsConfiguredOnceItHasAToken() {
        var story = new Story("fresh");
        story.tell(new ConnectionCreated("entra", 1, "Entra", administrator()));
        Batches.apply(database, story.told());
        assertThat(status(story, 0).required("code").asString()).isEqualTo("NotConfigured");

        story.tell(new TokenIssued("entra", 2, "token-1", List.of("scim"), "abcd", null, at(0)));
        Batches.apply(database, story.told());
        assertThat(status(story, 0).required("code").asString()).isEqualTo("NotRun");
        assertThat(status(story, 0).required("progress")).isEmpty();
    }

    @Test
    void countsTheCyclesOfAConnection() {
        var story = threeCycles("cycles");
        Batches.apply(database, story.told());

        var whileRunning = job(story, 81);
        assertThat(text(whileRunning, "/@rollbook.cycles/0/state")).isEqualTo("Running");
        assertThat(whileRunning.at("/@rollbook.cycles/0/timeEnded").isNull()).isTrue();
        var progress = whileRunning.required("status").required("progress").get(0);
        assertThat(progress.required("completedUnits").asInt()).isEqualTo(1);
        assertThat(progress.required("totalUnits").asInt()).isEqualTo(2);
        assertThat(text(whileRunning, "/status/lastExecution/state")).isEqualTo("EntryLevelErrors");

        var ended = job(story, 91);
        assertThat(ended.required("status").required("progress")).isEmpty();
        assertThat(text(ended, "/status/code")).isEqualTo("Active");
        assertThat(text(ended, "/status/lastExecution/state")).isEqualTo("Succeeded");
        assertThat(ended.at("/@rollbook.cycles"))
                .extracting(cycle -> cycle.required("kind").asString())
                .containsExactly("incremental", "incremental", "initial");
        assertThat(ended.at("/@rollbook.cycles/1/counts").toString())
                .isEqualTo(
                        """
                        [{"action":"create","type":"User","status":"failure","count":1},\
                        {"action":"update","type":"User","status":"success","count":1}]\
                        """);
        assertThat(ended.at("/status/synchronizedEntryCountByType"))
                .extracting(
                        type -> type.required("key").asString() + type.required("value").asInt())
                .containsExactly("Group1", "User2");
    }

    @Test
    void isTheSameHoweverTheEventsFallIntoBatches() {
        var together = threeCycles("together");
        var apart = threeCycles("apart");
        Batches.apply(database, together.told());
        apart.told().forEach(event -> Batches.apply(database, List.of(event)));

        var ids = "[0-9a-f]{8}-[0-9a-f-]{27}";
        assertThat(job(apart, 91).toString().replaceAll(ids, "id"))
                .isEqualTo(job(together, 91).toString().replaceAll(ids, "id"));
    }

    @Test
    void takesWhatIsLateIntoTheCycleOfItsTime() {
        var story = threeCycles("late");
        Batches.apply(database, story.told());
        fails(story, 41);
        Batches.apply(database, story.told());

        assertThat(job(story, 91).at("/@rollbook.cycles/1/requests").asInt()).isEqualTo(3);
        assertThat(job(story, 91).at("/@rollbook.cycles")).hasSize(3);
    }

    @Test
    void saysWhyAConnectionIsInQuarantine() {
        var story = new Story("quarantined");
        story.tell(
                new WriteRefused(
                        new Attempt("POST", "User", null, null, null), 403, null, "No.", at(0)));
        Batches.apply(database, story.told());
        var status = status(story, 1);

        assertThat(status.required("code").asString()).isEqualTo("Quarantine");
        var quarantine = status.required("quarantine");
        assertThat(quarantine.required("reason").asString())
                .isEqualTo("EncounteredQuarantineException");
        assertThat(quarantine.required("seriesBegan").asString()).isEqualTo("2026-11-23T10:00:00Z");
        assertThat(quarantine.required("error").required("message").asString())
                .contains("all 1 requests were refused with 401 or 403", "cycleId eq '");
        assertThat(text(job(story, 29 * 24 * 60), "/schedule/state")).isEqualTo("Disabled");
    }

    /** The gateway tells of them as of one. */
    @Test
    void countsWhatWasBeyondALimit() {
        var story = new Story("limited");
        story.tell(
                new RequestsRefused(
                        "entra",
                        null,
                        0,
                        429,
                        7_000,
                        6_000,
                        Map.of("requestsPerSecond", 7_000L),
                        Story.BEGINNING,
                        Story.BEGINNING,
                        at(0)));
        Batches.apply(database, story.told());

        assertThat(job(story, 1).at("/@rollbook.cycles/0/requests").asInt()).isEqualTo(6_000);
        assertThat(text(job(story, 1), "/status/quarantine/reason"))
                .isEqualTo("EncounteredEscrowProportionThreshold");
    }

    @Test
    void listsTheOneJob() {
        var story = threeCycles("listed");
        Batches.apply(database, story.told());

        var list = JSON.readTree(ask(story.tenant(), JOBS, "", Role.AUDIT_READ, 91).body());

        assertThat(list.required("value")).hasSize(1);
        assertThat(text(list, "/value/0/id")).isEqualTo("entra");
        assertThat(text(list, "/@odata.context"))
                .isEqualTo(
                        "https://host/$metadata#servicePrincipals('entra')/synchronization/jobs");
    }

    @Test
    void refusesWhatItDoesNotShow() {
        var story = threeCycles("refusing");
        Batches.apply(database, story.told());

        assertThat(ask("other", JOBS, "", Role.AUDIT_READ, 0).status()).isEqualTo(404);
        assertThat(ask("refusing", JOBS + "/x", "", Role.AUDIT_READ, 0).status()).isEqualTo(404);
        assertThat(ask("refusing", JOBS, "$top=1", Role.AUDIT_READ, 0).status()).isEqualTo(400);
        assertThat(ask("refusing", JOBS, "", Role.AUDIT_EXPORT, 0).status()).isEqualTo(403);
        assertThat(ask("refusing", JOBS, "", Role.SCIM, 0).status()).isEqualTo(403);
    }

    /** An initial cycle at 0, incremental ones at 40 and 80 minutes. */
    private Story threeCycles(String tenant) {
        var story = new Story(tenant);
        story.tell(new UserCreated("u-1", 1, Map.of("userName", "mia"), at(0)));
        story.tell(new UserCreated("u-2", 1, Map.of("userName", "noa"), at(1)));
        story.tell(new GroupCreated("g-1", 1, Map.of("displayName", "Risk"), at(2)));
        fails(story, 40);
        rename(story, 2, 42);
        rename(story, 3, 80);
        return story;
    }

    private void fails(Story story, int minute) {
        story.tell(
                new WriteRefused(
                        new Attempt("POST", "User", null, null, "mia"),
                        409,
                        "uniqueness",
                        "Taken.",
                        at(minute)));
    }

    private void rename(Story story, int version, int minute) {
        story.tell(
                new UserUpdated(
                        "u-1",
                        version,
                        List.of(new AttributeChange("title", null, "Dr " + version)),
                        at(minute)));
    }

    private Cause at(int minute) {
        return new Cause(
                "r-" + ++requests,
                0,
                new Actor(ActorKind.CONNECTION, "entra", "token-1"),
                Story.BEGINNING.plus(Duration.ofMinutes(minute)),
                null);
    }

    private static Cause administrator() {
        return Story.cause("r-0", ActorKind.ADMINISTRATOR, "admin", null);
    }

    private static JsonNode job(Story story, int minute) {
        return JSON.readTree(
                ask(story.tenant(), JOBS + "/entra", "", Role.AUDIT_READ, minute).body());
    }

    private static JsonNode status(Story story, int minute) {
        return job(story, minute).required("status");
    }

    private static String text(JsonNode node, String pointer) {
        return node.at(pointer).asString();
    }

    private static ScimResponse ask(
            String tenant, String path, String query, Role role, int minute) {
        Instant now = Story.BEGINNING.plus(Duration.ofMinutes(minute));
        return new JobsEndpoint(database, GAP)
                .handle(
                        new ScimRequest(
                                ScimMethod.GET,
                                path,
                                query,
                                Map.of(),
                                new byte[0],
                                new Caller(tenant, Profile.ENTRA, "r", "t", Set.of(role)),
                                "r-read",
                                now,
                                "https://host",
                                null));
    }
}
