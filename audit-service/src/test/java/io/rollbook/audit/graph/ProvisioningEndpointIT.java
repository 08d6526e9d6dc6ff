package io.rollbook.audit.graph;

import static io.rollbook.audit.fixture.Story.cause;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.LogReader;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.audit.odata.Expression;
import io.rollbook.audit.odata.FilterParser;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimMethod;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One tenant's story in Graph's shape. */
class ProvisioningEndpointIT {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);
    private static final Pattern MEASURED =
            Pattern.compile("\"(LoggedDateTime|PublishedDateTime)\":\"[^\"]*\"");
    private static final Story STORY = ContosoStory.told();

    private static LogDatabase database;
    private static LogReader reader;

    @BeforeAll
    static void tellsAStory() {
        database = Databases.open(Databases.create("audit_graph"));
        reader = new LogReader(new ProvisioningEndpoint(database), STORY.tenant());
        Batches.apply(database, STORY.told());
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    /**
     * However it is taken apart: a filter selects what it says of the entries as they are shown.
     */
    @Test
    void findsWhatTheFilterSaysOfTheEntries() {
        var entries = List.copyOf(reader.json("/provisioning", "").at("/value").values());
        var filters = new FilterMeaning(1, entries);
        for (int i = 0; i < 150; i++) {
            var text = filters.filter(1 + i % 3);
            if (FilterParser.parse(text) instanceof Outcome.Accepted<Expression>(var filter)) {
                var expected =
                        entries.stream()
                                .filter(entry -> FilterMeaning.holds(filter, entry))
                                .map(entry -> entry.at("/id").asString())
                                .toList();
                var found = reader.json("/provisioning", "$filter=" + encoded(text));
                assertThat(found.at("/value").findValuesAsString("changeId"))
                        .as(text)
                        .isEqualTo(expected);
            } else {
                throw new AssertionError(text);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "provisioningStatusInfo/status eq 'failure' | r-08",
                "provisioningStatusInfo/status eq 'Failure' | r-08",
                "provisioningStatusInfo/status ne 'success' | r-09 r-08",
                "contains(provisioningStatusInfo/status,'s') and targetIdentity/id eq 'g-1'"
                        + " | r-09 r-07",
                "provisioningStatusInfo/errorInformation/errorCode eq 'EntryConflict' | r-08",
                "not(provisioningStatusInfo/errorInformation/errorCode eq 'EntryConflict')"
                        + " and sourceIdentity/identityType eq 'Group' | r-09 r-07",
                "provisioningAction eq 'create' and sourceIdentity/identityType eq 'User' | r-03",
                "provisioningAction eq 'disable' | r-05",
                "sourceIdentity/id eq 'x-1' | r-06 r-05 r-04 r-03",
                "sourceIdentity/id eq 'X-1' | ~~",
                "sourceIdentity/id eq '' and jobId eq 'entra' | r-09 r-07",
                "targetIdentity/id eq 'u-1' and activityDateTime gt 2026-11-23T10:00:04Z"
                        + " | r-06 r-05",
                "activityDateTime ge 2026-11-23T10:00:04Z"
                        + " and activityDateTime le 2026-11-23T11:00:05+01:00 | r-05 r-04",
                "activityDateTime lt 2026-11-23T10:00:02Z | r-01",
                "contains(targetIdentity/displayName,'O''Hara') | r-06 r-05 r-04",
                "startswith(sourceIdentity/displayName,'mia') | r-03",
                "contains(sourceIdentity/displayName,'_') | r-06 r-05 r-04",
                "contains(sourceIdentity/displayName,'%') | r-06 r-05 r-04",
                "contains(sourceIdentity/displayName,'\\') | ~~",
                "not contains(sourceIdentity/displayName,'a') | r-09 r-08 r-07",
                "not startswith(jobId,'e') | r-02 r-01",
                "initiatedBy/initiatorType eq 'user' | r-02 r-01",
                "initiatedBy/displayName eq 'Entra production' and provisioningAction eq 'delete'"
                        + " or initiatedBy/id eq 'admin' | r-02 r-01",
                "servicePrincipal/displayName eq 'Entra production' and servicePrincipal/name eq"
                        + " 'Entra production' and provisioningAction eq 'create' | r-08 r-07 r-03",
                "servicePrincipal/id ne 'entra' | r-02 r-01",
                "jobId eq '' | r-02 r-01",
                "tenantId eq 'contoso' and provisioningAction eq 'disable' | r-05",
                "tenantId eq 'fabrikam' | ~~",
                "targetSystem/displayName eq 'Contoso Training' and provisioningAction eq 'disable'"
                        + " | r-05",
                "cycleId eq null | r-02 r-01",
                "provisioningAction eq 'nonsense' | ~~",
            })
    void filtersByEachProperty(String filter, String requests) {
        assertThat(String.join(" ", requests(filter))).isEqualTo(requests);
    }

    @Test
    void findsAnEntryByItsIdItsChangeAndItsCycle() {
        var entry = entry("r-05");
        var id = entry.required("id").asString();
        var cycle = entry.required("cycleId").asString();

        assertThat(requests("id eq '" + id + "'")).containsExactly("r-05");
        assertThat(requests("changeId eq '" + id + "'")).containsExactly("r-05");
        assertThat(requests("contains(id,'toso-5')")).containsExactly("r-05");
        assertThat(requests("cycleId eq '" + cycle + "'")).hasSize(7);
        for (var path : List.of("/provisioning/" + id, "/provisioning('" + id + "')")) {
            var one = (ObjectNode) reader.json(path, "");
            assertThat(one.remove("@odata.context").asString())
                    .isEqualTo("https://host/$metadata#auditLogs/provisioning/$entity");
            assertThat(one).isEqualTo(entry);
        }
    }

    @Test
    void ordersByTimeBothWays() {
        assertThat(requests("", "$orderby=activityDateTime%20asc").getFirst()).isEqualTo("r-01");
        assertThat(requests("", "$orderby=activityDateTime+desc").getFirst()).isEqualTo("r-09");
        assertThat(reader.get("/provisioning", "$orderby=jobId").status()).isEqualTo(400);
    }

    @Test
    void answersInTheFormThatIsDocumented() throws Exception {
        var page = Files.readString(Path.of("../docs/audit/README.md"));
        for (var request : List.of("r-02", "r-05", "r-08")) {
            assertThat(
                            EXAMPLE.matcher(page)
                                    .results()
                                    .map(example -> unmeasured(JSON.readTree(example.group(1)))))
                    .contains(unmeasured(entry(request)));
        }
    }

    /** When the log was written is different in each run. */
    private static String unmeasured(JsonNode entry) {
        return MEASURED.matcher(entry.toString()).replaceAll("\"$1\":\"\"");
    }

    @Test
    void showsARowPerMemberAndLeadsToTheRest() {
        var entry = entry("r-07");
        assertThat(entry.required("modifiedProperties")).hasSize(1_000);
        assertThat(entry.required("modifiedProperties").get(1).toString())
                .isEqualTo("{\"displayName\":\"members\",\"oldValue\":null,\"newValue\":\"m-0\"}");
        assertThat(entry.required("modifiedProperties@odata.count").asInt()).isEqualTo(1_003);

        var rest = follow(entry.required("modifiedProperties@odata.nextLink").asString());
        assertThat(rest.required("value"))
                .extracting(
                        row ->
                                row.required("newValue").asString()
                                        + row.required("oldValue").asString())
                .containsExactly("m-999", "m-1", "m-2");
        assertThat(rest.has("@odata.nextLink")).isFalse();

        var path = "/provisioning/" + entry.required("id").asString() + "/modifiedProperties";
        var first = reader.json(path, "$top=1000");
        assertThat(first.required("value").toString())
                .isEqualTo(entry.required("modifiedProperties").toString());
        assertThat(follow(first.required("@odata.nextLink").asString())).isEqualTo(rest);
    }

    @Test
    void tellsTheStepsOfARequest() {
        assertThat(steps(entry("r-07")))
                .containsExactly(
                        "import success",
                        "scoping success",
                        "matching success",
                        "processing success",
                        "referenceResolution success",
                        "export success");
        assertThat(steps(entry("r-08")))
                .containsExactly(
                        "import success", "scoping success", "matching failure", "export skipped");
        assertThat(steps(entry("r-09")))
                .containsExactly(
                        "import success",
                        "scoping success",
                        "matching success",
                        "processing skipped",
                        "export skipped");
    }

    @Test
    void marksARestoredUser() {
        assertThat(entry("r-06").at("/targetIdentity/details/restore").asString())
                .isEqualTo("True");
        assertThat(entry("r-06").required("provisioningAction").asString()).isEqualTo("update");
    }

    @Test
    void followsPagesThatAreStableWhileEntriesArrive() {
        var story = new Story("busy");
        grow(story, 25);
        var busy = new LogReader(reader.log(), "busy");
        var filter = "$filter=" + encoded("provisioningAction eq 'disable'");
        var expected = ids(busy.json("/provisioning", filter));
        assertThat(expected).hasSize(25);

        var page = busy.json("/provisioning", filter + "&$top=10");
        var seen = new ArrayList<>(ids(page));
        while (page.has("@odata.nextLink")) {
            grow(story, 7);
            var next = page.required("@odata.nextLink").asString();
            assertThat(next).startsWith("https://host/auditLogs/provisioning?");
            page = busy.json("/provisioning", next.substring(next.indexOf('?') + 1));
            seen.addAll(ids(page));
        }
        assertThat(seen).isEqualTo(expected);
    }

    @Test
    void showsWhatIsSelectedAndCountsOnTheFirstPage() {
        var filter = "$filter=" + encoded("jobId eq 'entra'");
        var page =
                reader.json(
                        "/provisioning",
                        filter
                                + "&$top=3&$count=true&$select=jobId,id&$orderby="
                                + encoded("activityDateTime asc"));
        assertThat(page.required("@odata.context").asString())
                .isEqualTo("https://host/$metadata#auditLogs/provisioning(jobId,id)");
        assertThat(page.required("@odata.count").asInt()).isEqualTo(7);
        assertThat(page.required("value")).hasSize(3);
        assertThat(page.at("/value/0").propertyNames()).containsExactly("id", "jobId");

        var second = follow(page.required("@odata.nextLink").asString());
        assertThat(second.has("@odata.count")).isFalse();
        assertThat(second.at("/value/0").propertyNames()).containsExactly("id", "jobId");
        var id = page.at("/value/0/id").asString();
        assertThat(reader.json("/provisioning/" + id, "$select=tenantId").propertyNames())
                .containsExactly("@odata.context", "tenantId");
    }

    @Test
    void refusesInODataForm() {
        assertThat(error("$filter=x").required("code").asString()).isEqualTo("BadRequest");
        assertThat(error("$filter=" + encoded("nothing eq 'x'")).required("message").asString())
                .contains("sourceIdentity/id");
        for (var query :
                List.of(
                        "$top=0",
                        "$top=x",
                        "$skiptoken=!",
                        "$select=id,nothing",
                        "$select=",
                        "$count=maybe",
                        "$expand=servicePrincipal",
                        "$filter=%zz",
                        "$top=1&$top=2",
                        "$filter=" + encoded("activityDateTime gt 'x'"),
                        "$filter=" + encoded("jobId gt 'x'"),
                        "$filter=" + encoded("contains(activityDateTime,'2')"))) {
            assertThat(reader.get("/provisioning", query).status()).as(query).isEqualTo(400);
        }
        assertThat(reader.get("/provisioning/none", "").status()).isEqualTo(404);
        assertThat(reader.get("/provisioning/none/modifiedProperties", "").status()).isEqualTo(404);
        assertThat(reader.ask(ScimMethod.POST, "/provisioning", "").status()).isEqualTo(405);
        assertThat(
                        new LogReader(reader.log(), "contoso", Role.SCIM)
                                .get("/provisioning", "")
                                .status())
                .isEqualTo(403);
    }

    @Test
    void showsNothingOfAnotherTenant() {
        var other = new LogReader(reader.log(), "fabrikam");
        var id = entry("r-05").required("id").asString();

        assertThat(other.json("/provisioning", "").required("value")).isEmpty();
        assertThat(other.get("/provisioning/" + id, "").status()).isEqualTo(404);
    }

    private static void grow(Story story, int by) {
        int before = story.told().size();
        for (int i = 0; i < by; i++) {
            story.tell(new UserDeactivated("u-" + i, 2, cause("r-" + before + "-" + i)));
        }
        Batches.apply(database, story.told().subList(before, story.told().size()));
    }

    private static JsonNode error(String query) {
        return reader.problem("/provisioning", query).required("error");
    }

    private static JsonNode follow(String link) {
        var path = link.substring("https://host/auditLogs".length(), link.indexOf('?'));
        return reader.json(path, link.substring(link.indexOf('?') + 1));
    }

    private static List<String> steps(JsonNode entry) {
        return entry.required("provisioningSteps")
                .valueStream()
                .map(
                        step ->
                                step.required("provisioningStepType").asString()
                                        + " "
                                        + step.required("status").asString())
                .toList();
    }

    private static List<String> ids(JsonNode page) {
        return page.required("value")
                .valueStream()
                .map(entry -> entry.required("id").asString())
                .toList();
    }

    private static JsonNode entry(String request) {
        return reader.json("/provisioning", "")
                .required("value")
                .valueStream()
                .filter(entry -> requestOf(entry).equals(request))
                .findFirst()
                .orElseThrow();
    }

    private static String requestOf(JsonNode entry) {
        return entry.at("/provisioningSteps/0/details/RequestId").asString();
    }

    private static List<String> requests(String filter, String... more) {
        var query = filter.isEmpty() ? "" : "$filter=" + encoded(filter) + "&";
        return reader.json("/provisioning", query + String.join("&", more))
                .required("value")
                .valueStream()
                .map(ProvisioningEndpointIT::requestOf)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
