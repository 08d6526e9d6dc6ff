package io.rollbook.audit.query;

import static io.rollbook.audit.fixture.Story.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.LogReader;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.contract.ActorKind;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.WriteRefused;
import io.rollbook.contract.attempt.WriteSkipped;
import io.rollbook.contract.group.GroupCreated;
import io.rollbook.contract.group.GroupMembershipChanged;
import io.rollbook.contract.group.Member;
import io.rollbook.contract.tenant.ConnectionCreated;
import io.rollbook.contract.tenant.TokenIssued;
import io.rollbook.contract.user.UserCreated;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.contract.user.UserDeleted;
import io.rollbook.contract.user.UserReactivated;
import io.rollbook.contract.user.UserUpdated;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimMethod;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One tenant's story, asked for in every way. */
class EntriesEndpointIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Story STORY = new Story("contoso");

    private static LogDatabase database;
    private static LogReader reader;

    @BeforeAll
    static void tellsAStory() {
        database = Databases.open(Databases.create("audit_query"));
        reader = new LogReader(new EntriesEndpoint(database), STORY.tenant());
        administration();
        lifeOfAUser();
        membership();
        attempts();
        Batches.apply(database, STORY.told());
    }

    private static void administration() {
        var operator = cause("r-01", ActorKind.ADMINISTRATOR, "admin", null);
        STORY.tell(new ConnectionCreated("entra", 1, "Entra production", operator));
        STORY.tell(new TokenIssued("entra", 2, "token-1", List.of("scim"), "x7Qa", null, operator));
    }

    private static void lifeOfAUser() {
        STORY.tell(
                new UserCreated(
                        "u-1",
                        1,
                        Map.of("userName", "mia@contoso.example", "externalId", "x-1"),
                        cause("r-02")));
        STORY.tell(
                new UserUpdated(
                        "u-1",
                        2,
                        List.of(new AttributeChange("displayName", null, "Mia")),
                        cause("r-03")));
        STORY.tell(new UserDeactivated("u-1", 3, cause("r-04")));
        STORY.tell(new UserReactivated("u-1", 4, cause("r-05")));
    }

    private static void membership() {
        var members = IntStream.range(0, 250).mapToObj(i -> new Member("m-" + i, "User")).toList();
        STORY.tell(new GroupCreated("g-1", 1, Map.of("displayName", "Risk"), cause("r-06")));
        STORY.tell(new GroupMembershipChanged("g-1", 2, members, List.of(), cause("r-06")));
        var deleted = STORY.tell(new UserDeleted("u-1", 5, cause("r-07")));
        var reaction = cause("r-07", ActorKind.SYSTEM, "leave-groups", deleted.envelope().id());
        STORY.tell(new GroupMembershipChanged("g-1", 3, List.of(), List.of("u-1"), reaction));
    }

    private static void attempts() {
        STORY.tell(
                new WriteRefused(
                        new Attempt("POST", "User", null, "x-2", "mia@contoso.example"),
                        409,
                        "uniqueness",
                        "A user with this userName exists already.",
                        cause("r-08")));
        STORY.tell(
                new WriteSkipped(new Attempt("PATCH", "Group", "g-1", null, null), cause("r-09")));
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    @Test
    void listsOneEntryPerRequestNewestFirst() {
        assertThat(reader.entries(""))
                .extracting(entry -> entry.required("requestId").asString())
                .containsExactly(
                        "r-09", "r-08", "r-07", "r-07", "r-06", "r-05", "r-04", "r-03", "r-02",
                        "r-01");
    }

    @Test
    void answersInTheFormThatIsDocumented() throws Exception {
        var page = Files.readString(Path.of("../docs/audit/entries.md"));
        for (var request : List.of("r-04", "r-06", "r-08")) {
            assertThat(documentedExamples(page)).contains(shortened(entry(request)));
        }
    }

    @Test
    void namesTheTargetAsItWasCalledThen() {
        assertThat(entry("r-02").at("/target/name").asString()).isEqualTo("mia@contoso.example");
        assertThat(entry("r-03").at("/target/name").asString()).isEqualTo("Mia");
        assertThat(reader.entries("action=delete").getFirst().required("target").toString())
                .isEqualTo(
                        """
                        {"type":"User","id":"u-1","externalId":"x-1","name":"Mia"}\
                        """);
    }

    @Test
    void marksARestoredUser() {
        assertThat(entry("r-05").required("restored").asBoolean()).isTrue();
        assertThat(entry("r-05").required("action").asString()).isEqualTo("update");
        assertThat(entry("r-04").has("restored")).isFalse();
    }

    @Test
    void listsAReactionAsAnEntryOfTheSystem() {
        var reaction = reader.entries("targetId=g-1").get(1);

        assertThat(reaction.at("/actor/kind").asString()).isEqualTo("system");
        assertThat(reaction.required("causedBy").asString())
                .isEqualTo(reader.ids("action=delete").getFirst());
        assertThat(reaction.at("/membership/removed").asInt()).isEqualTo(1);
    }

    @Test
    void filtersByEachFieldAndByAllTogether() {
        assertThat(requests("status=failure")).containsExactly("r-08");
        assertThat(requests("status=skipped")).containsExactly("r-09");
        assertThat(requests("action=disable")).containsExactly("r-04");
        assertThat(requests("action=other")).isEmpty();
        assertThat(requests("targetType=Connection")).containsExactly("r-01");
        assertThat(requests("targetId=g-1")).containsExactly("r-09", "r-07", "r-06");
        var third = STORY.told().get(2).envelope().time();
        var fifth = STORY.told().get(4).envelope().time();
        assertThat(requests("from=" + third + "&to=" + fifth)).containsExactly("r-03", "r-02");
        assertThat(
                        requests(
                                "status=success&action=create&targetType=User&targetId=u-1&from="
                                        + third
                                        + "&to="
                                        + fifth))
                .containsExactly("r-02");
    }

    @Test
    void showsTheFirstMembersAndLeadsToTheOthers() {
        var membership = entry("r-06").required("membership");
        assertThat(membership.required("added").asInt()).isEqualTo(250);
        assertThat(membership.required("members")).hasSize(100);

        var path = "/entries/" + entry("r-06").required("id").asString() + "/members";
        var rest = reader.json(path, "cursor=" + membership.required("next").asString());
        assertThat(rest.required("members")).hasSize(100);
        assertThat(rest.at("/members/0/id").asString()).isEqualTo("m-100");
        var last = reader.json(path, "count=1000&cursor=" + rest.required("next").asString());
        assertThat(last.required("members")).hasSize(50);
        assertThat(last.has("next")).isFalse();
        assertThat(reader.json(path, "count=1000").required("members")).hasSize(250);
    }

    /** The changes of an entry are no members, and take no place on a page of them. */
    @Test
    void showsMembersOnTheSmallestPageToo() {
        var path = "/entries/" + entry("r-06").required("id").asString() + "/members";
        var first = reader.json(path, "count=1");
        assertThat(first.at("/members/0/id").asString()).isEqualTo("m-0");

        var second = reader.json(path, "count=1&cursor=" + first.required("next").asString());
        assertThat(second.at("/members/0/id").asString()).isEqualTo("m-1");
    }

    @Test
    void givesOneEntryByItsId() {
        var listed = entry("r-06");

        assertThat(reader.json("/entries/" + listed.required("id").asString(), ""))
                .isEqualTo(listed);
    }

    @Test
    void refusesWhatItCannotAnswerWithAReason() {
        assertThat(reader.get("/entries", "count=0").headers())
                .containsEntry("Content-Type", "application/problem+json");
        assertThat(reader.problem("/entries", "count=0").toString())
                .isEqualTo(
                        """
                        {"type":"about:blank","title":"Bad Request","status":400,\
                        "detail":"count must be a number from 1 to 1000."}\
                        """);
        assertThat(reader.get("/entries", "cursor=nowhere").status()).isEqualTo(400);
        assertThat(reader.get("/entries/nothing", "").status()).isEqualTo(404);
        assertThat(reader.get("/entries/nothing/members", "").status()).isEqualTo(404);
        assertThat(reader.get("/entries/nothing/members", "cursor=!").status()).isEqualTo(400);
        assertThat(reader.get("/Users", "").status()).isEqualTo(404);
        assertThat(reader.ask(ScimMethod.DELETE, "/entries", "").status()).isEqualTo(405);
        assertThat(new LogReader(reader.log(), "contoso", Role.SCIM).get("/entries", "").status())
                .isEqualTo(403);
    }

    private static List<JsonNode> documentedExamples(String page) {
        return EXAMPLE.matcher(page)
                .results()
                .map(example -> JSON.readTree(example.group(1)))
                .toList();
    }

    /** The page shows three of the members. */
    private static JsonNode shortened(JsonNode entry) {
        if (entry.at("/membership/members") instanceof ArrayNode members) {
            while (members.size() > 3) {
                members.remove(3);
            }
        }
        return entry;
    }

    private static JsonNode entry(String requestId) {
        return reader.entries("").stream()
                .filter(entry -> entry.required("requestId").asString().equals(requestId))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> requests(String query) {
        return reader.entries(query).stream()
                .map(entry -> entry.required("requestId").asString())
                .toList();
    }
}
