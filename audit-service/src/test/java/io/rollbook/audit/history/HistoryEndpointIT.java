package io.rollbook.audit.history;

import static io.rollbook.audit.fixture.Story.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.LogReader;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.history.query.HistoryEndpoint;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.contract.ActorKind;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.group.GroupCreated;
import io.rollbook.contract.group.GroupDeleted;
import io.rollbook.contract.group.GroupMembershipChanged;
import io.rollbook.contract.group.Member;
import io.rollbook.contract.tenant.ConnectionCreated;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.contract.user.UserDeleted;
import io.rollbook.contract.user.UserUpdated;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimMethod;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** One tenant's story, asked about at other times. Event n was stored at 10:00 and n seconds. */
class HistoryEndpointIT {

    private static final Story STORY = new Story("contoso");
    private static final Instant NOW = Instant.parse("2026-11-24T00:00:00Z");

    private static LogDatabase database;
    private static LogReader reader;

    @BeforeAll
    static void tellsAStory() {
        database = Databases.open(Databases.create("audit_history"));
        reader =
                new LogReader(
                        new HistoryEndpoint(database, InstantSource.fixed(NOW)), STORY.tenant());
        STORY.tell(
                new ConnectionCreated(
                        "entra", 1, "Entra", cause("r-1", ActorKind.ADMINISTRATOR, "a", null)));
        STORY.tell(
                new UserCreated(
                        "mia",
                        1,
                        Map.of(
                                "userName",
                                "mia@contoso.example",
                                "active",
                                true,
                                "name",
                                Map.of("familyName", "Okoro"),
                                "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User",
                                Map.of("department", "Risk")),
                        cause("r-2")));
        STORY.tell(
                new UserCreated("leo", 1, Map.of("userName", "leo", "active", true), cause("r-3")));
        STORY.tell(new GroupCreated("risk", 1, Map.of("displayName", "Risk"), cause("r-4")));
        join(5, "mia", "leo");
        STORY.tell(
                new UserUpdated(
                        "mia",
                        2,
                        List.of(
                                new AttributeChange("displayName", null, "Mia"),
                                new AttributeChange("name.familyName", "Okoro", "Okoro-Lind")),
                        cause("r-6")));
        STORY.tell(new UserDeactivated("mia", 3, cause("r-7")));
        var deleted = STORY.tell(new UserDeleted("leo", 2, cause("r-8")));
        STORY.tell(
                new GroupMembershipChanged(
                        "risk",
                        3,
                        List.of(),
                        List.of("leo"),
                        cause("r-8", ActorKind.SYSTEM, "leave-groups", deleted.envelope().id())));
        STORY.tell(new GroupDeleted("risk", 4, cause("r-10")));
        Batches.apply(database, STORY.told());
    }

    private static void join(int request, String... users) {
        var members = List.of(users).stream().map(user -> new Member(user, "User")).toList();
        STORY.tell(
                new GroupMembershipChanged("risk", 2, members, List.of(), cause("r-" + request)));
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    private static String second(int number) {
        return "2026-11-23T10:00:%02dZ".formatted(number);
    }

    @Test
    void tellsEachVersionWithItsChangesAndItsCause() {
        var answer = reader.json("/history/mia", "");

        assertThat(answer.required("versions"))
                .extracting(version -> version.required("number").asLong())
                .containsExactly(2L, 6L, 7L);
        var second = answer.required("versions").required(1);
        assertThat(second.required("version").asLong()).isEqualTo(2);
        assertThat(second.at("/changes/1").toString())
                .isEqualTo(
                        """
                        {"path":"name.familyName","old":"Okoro","new":"Okoro-Lind"}\
                        """);
        assertThat(second.at("/cause/requestId").asString()).isEqualTo("r-6");
        assertThat(second.at("/cause/actor/name").asString()).isEqualTo("Entra");
        assertThat(second.at("/cause/actor/tokenId").asString()).isEqualTo("token-1");
        assertThat(second.at("/cause/entry").asString()).isEqualTo("contoso-6");
    }

    @Test
    void tellsTheVersionsOfAWindow() {
        var answer = reader.json("/history/mia", "from=" + second(5) + "&to=" + second(6));

        assertThat(answer.required("versions")).hasSize(1);
        assertThat(answer.at("/from/number").asLong()).isEqualTo(5);
        assertThat(answer.at("/to/number").asLong()).isEqualTo(6);
        assertThat(reader.json("/history/entra", "").required("versions")).hasSize(1);
    }

    @Test
    void pagesThroughVersions() {
        var first = reader.json("/history/risk", "count=1");
        var next = first.required("next").asString();
        var second = reader.json("/history/risk", "count=100&cursor=" + next);

        assertThat(first.required("versions")).hasSize(1);
        assertThat(second.required("versions")).hasSize(3);
        assertThat(second.at("/versions/0/membership/joined").asInt()).isEqualTo(2);
        assertThat(second.has("next")).isFalse();
    }

    @Test
    void showsAResourceAsItWas() {
        var then = reader.json("/history/mia/snapshot", "at=" + second(5));
        var later = reader.json("/history/mia/snapshot", "number=7");

        assertThat(then.required("attributes").toString())
                .isEqualTo(
                        """
                        {"active":true,"name":{"familyName":"Okoro"},\
                        "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":\
                        {"department":"Risk"},"userName":"mia@contoso.example"}\
                        """);
        assertThat(later.at("/attributes/active").asBoolean()).isFalse();
        assertThat(later.at("/attributes/name/familyName").asString()).isEqualTo("Okoro-Lind");
        assertThat(later.at("/resource/version").asLong()).isEqualTo(3);
        assertThat(reader.json("/history/mia/snapshot", "number=1").at("/resource/state"))
                .hasToString("\"not-yet\"");
        assertThat(reader.json("/history/leo/snapshot", "").at("/resource/state"))
                .hasToString("\"deleted\"");
    }

    @Test
    void namesTheEventThatAnAnswerIsBasedOn() {
        var asked = reader.json("/history/risk/members", "at=2026-11-23T11:00:06.5%2B01:00");
        var basis = asked.required("basis");

        assertThat(basis.required("number").asLong()).isEqualTo(6);
        assertThat(basis.required("recordedAt").asString()).isEqualTo(second(6));
        assertThat(basis.required("asked").asString()).isEqualTo("2026-11-23T10:00:06.500Z");
        assertThat(basis.required("settled").asBoolean()).isTrue();
        assertThat(basis.required("hash").asString()).matches("[0-9a-f]{64}");
        assertThat(reader.json("/history/risk/members", "number=6").required("members"))
                .isEqualTo(asked.required("members"));
        assertThat(
                        reader.json("/history/risk/members", "at=2026-11-23T12:00:00Z")
                                .at("/basis/settled")
                                .asBoolean())
                .isFalse();
    }

    @Test
    void listsMembersWithWhatTheyWereThen() {
        assertThat(members(4)).isEmpty();
        assertThat(members(5).toString())
                .isEqualTo(
                        """
                        [{"id":"leo","type":"User","name":"leo","state":"present","active":true,\
                        "since":"2026-11-23T10:00:05Z","number":5},\
                        {"id":"mia","type":"User","name":"mia@contoso.example","state":"present",\
                        "active":true,"since":"2026-11-23T10:00:05Z","number":5}]\
                        """);
        assertThat(members(7).required(1).required("name").asString()).isEqualTo("Mia");
        assertThat(members(7).required(1).required("active").asBoolean()).isFalse();
        assertThat(members(8).required(0).required("state").asString()).isEqualTo("deleted");
        assertThat(members(9)).hasSize(1);
        assertThat(members(10)).isEmpty();
    }

    private static JsonNode members(int number) {
        return reader.json("/history/risk/members", "number=" + number).required("members");
    }

    @Test
    void pagesThroughMembersOnTheSameBasis() {
        var first = reader.json("/history/risk/members", "at=" + second(5) + "&count=1");
        var next = first.required("next").asString();
        var second = reader.json("/history/risk/members", "at=" + second(5) + "&cursor=" + next);

        assertThat(first.required("total").asInt()).isEqualTo(2);
        assertThat(first.at("/members/0/id").asString()).isEqualTo("leo");
        assertThat(second.at("/members/0/id").asString()).isEqualTo("mia");
        assertThat(second.at("/basis/number").asInt()).isEqualTo(5);
    }

    @Test
    void listsTheGroupsOfAUserThen() {
        var then = reader.json("/history/mia/groups", "number=5").required("groups");

        assertThat(then).hasSize(1);
        assertThat(then.required(0).required("name").asString()).isEqualTo("Risk");
        assertThat(reader.json("/history/mia/groups", "number=10").required("groups")).isEmpty();
    }

    @Test
    void tellsOnWhoseAuthorityAccessCameAndWent() {
        var stay = reader.json("/history/leo/memberships", "").at("/memberships/0");

        assertThat(stay.at("/joined/cause/requestId").asString()).isEqualTo("r-5");
        assertThat(stay.at("/left/cause/actor/kind").asString()).isEqualTo("system");
        assertThat(stay.at("/left/cause/causedBy").asString()).isEqualTo("contoso-8");
        assertThat(reader.json("/history/leo/memberships", "number=8").at("/memberships/0"))
                .noneMatch(part -> part.has("left"));
    }

    @Test
    void comparesTwoInstants() {
        var group = reader.json("/history/risk/difference", "fromNumber=5&toNumber=9");
        var gone = reader.json("/history/risk/difference", "fromNumber=5");
        var user = reader.json("/history/mia/difference", "from=" + second(4) + "&to=" + second(7));

        assertThat(group.at("/members/left/0/id").asString()).isEqualTo("leo");
        assertThat(group.at("/members/left/0/number").asInt()).isEqualTo(9);
        assertThat(group.at("/membership/after").asInt()).isEqualTo(1);
        assertThat(gone.at("/members/left")).hasSize(2);
        assertThat(gone.at("/members/left/1/number").asInt()).isEqualTo(10);
        assertThat(gone.at("/resource/after").asString()).isEqualTo("deleted");
        assertThat(user.at("/groups/joined/0/id").asString()).isEqualTo("risk");
        assertThat(user.required("attributes"))
                .extracting(change -> change.required("path").asString())
                .containsExactly("active", "displayName", "name.familyName");
    }

    @Test
    void comparesAWholeTenant() {
        var answer = reader.json("/history/difference", "fromNumber=5&toNumber=9");

        assertThat(answer.required("resources"))
                .extracting(
                        changed ->
                                changed.required("id").asString()
                                        + " "
                                        + changed.required("change").asString())
                .containsExactly("mia changed", "leo deleted", "risk changed");
        assertThat(answer.at("/resources/2/membership/leaves").asInt()).isEqualTo(1);
        assertThat(reader.json("/history/difference", "fromNumber=0&count=2").required("resources"))
                .hasSize(2);
    }

    @Test
    void reportsLeavers() {
        var period = "from=2026-11-23T00:00:00Z&to=2026-11-23T23:00:00Z";
        var report = reader.json("/history/leavers", period);

        assertThat(report.at("/leavers/0/userId").asString()).isEqualTo("mia");
        assertThat(report.at("/leavers/0/storedMillis").asLong()).isEqualTo(7_000);
        assertThat(report.at("/percentiles/0").toString())
                .isEqualTo(
                        """
                        {"step":"stored","count":1,"p50Millis":7000,"p95Millis":7000,\
                        "p99Millis":7000,"maxMillis":7000}\
                        """);
        assertThat(csv("/history/leavers", period))
                .hasSize(2)
                .element(1)
                .asString()
                .startsWith("7,mia,");
        assertThat(csv("/history/leavers/percentiles", period))
                .contains("stored,1,7000,7000,7000,7000", "published,0,,,,");
        assertThat(
                        reader.json("/history/leavers", "from=2026-11-23T00:00:00Z&to=" + second(7))
                                .required("leavers"))
                .isEmpty();
    }

    private static List<String> csv(String path, String period) {
        var response = reader.get(path, period + "&format=csv");
        assertThat(response.headers().get("Content-Type")).startsWith("text/csv");
        var bytes = new ByteArrayOutputStream();
        try {
            if (response.stream() == null) {
                bytes.write(response.body());
            } else {
                Objects.requireNonNull(response.stream()).writeTo(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/history/risk/members | at=2026-11-23 | at must be a time with its offset",
                "/history/risk/members | at=2026-11-23T10:00:00 | at must be a time with its"
                        + " offset",
                "/history/risk/members | at=2027-01-01T00:00:00Z | at is in the future",
                "/history/risk/members | at=2026-11-23T10:00:00Z&number=1 | exclude each other",
                "/history/risk/members | number=11 | no event with this number yet",
                "/history/risk/members | number=-1 | must be the number of an event",
                "/history/risk/members | cursor=x | cursor must be",
                "/history/risk/members | cursor=MS45OTk5LjAuMC4 | no event with this number yet",
                "/history/risk/members | count=0 | count must be",
                "/history/risk/snapshot | count=1 | no parameter of that name",
                "/history/risk/difference | to=2026-11-23T10:00:00Z | what to compare with",
                "/history/difference | fromNumber=5&toNumber=4 | The first moment is after",
                "/history/leavers | from=2026-11-23T10:00:00Z | of which period",
                "/history/leavers | from=2026-11-23T10:00:00Z&to=2026-11-23T09:00:00Z | not be"
                        + " after",
                "/history/leavers | from=2026-11-23T10:00:00Z&to=2026-11-23T11:00:00Z&format=x |"
                        + " json or csv",
            })
    void refusesWhatHasNoClearAnswer(String path, String query, String reason) {
        var problem = reader.problem(path, query);

        assertThat(problem.required("status").asInt()).isEqualTo(400);
        assertThat(problem.required("detail").asString()).contains(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/history",
                "/history/",
                "/history/nobody",
                "/history/mia/members",
                "/history/entra/snapshot",
                "/history/mia/somewhere",
                "/history/leavers/else"
            })
    void knowsNothingElse(String path) {
        assertThat(reader.get(path, "").status()).isEqualTo(404);
    }

    @Test
    void isForReadersOfTheLogAndOfOneTenant() {
        assertThat(
                        new LogReader(reader.log(), "contoso", Role.SCIM)
                                .get("/history/mia", "")
                                .status())
                .isEqualTo(403);
        assertThat(reader.ask(ScimMethod.DELETE, "/history/mia", "").status()).isEqualTo(405);
        var foreign = new LogReader(reader.log(), "other");
        assertThat(JsonMapper.shared().readTree(foreign.get("/history/mia", "").body()))
                .isEqualTo(reader.problem("/history/nobody", ""));
    }
}
