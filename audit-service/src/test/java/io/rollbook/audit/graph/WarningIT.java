package io.rollbook.audit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.LogReader;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.audit.query.EntriesEndpoint;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.Cause;
import io.rollbook.contract.StepTimes;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.Wanted;
import io.rollbook.contract.attempt.WriteRefused;
import io.rollbook.contract.attempt.WriteSkipped;
import io.rollbook.contract.user.UserCreated;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.List;
import java.util.Map;

/** Requests that were carried out, but not whole, and one that was not carried out at all. */
class WarningIT {

    private static final Story STORY = new Story("contoso");

    private static LogDatabase database;

    @BeforeAll
    static void tells() {
        database = Databases.open(Databases.create("audit_warning"));
        STORY.tell(new UserCreated("u-1", 1, Map.of("userName", "mia"), without("r-1")));
        var attempt = new Attempt("PATCH", "User", "u-1", null, null);
        STORY.tell(new WriteSkipped(attempt, without("r-2")));
        STORY.tell(new WriteRefused(attempt, 400, "invalidPath", "No.", without("r-3")));
        STORY.tell(new WriteSkipped(attempt, Story.cause("r-4")));
        var wanted =
                new Wanted(
                        List.of(
                                new AttributeChange("userName", "mia", "leo"),
                                new AttributeChange("active", true, false)),
                        7,
                        true);
        STORY.tell(
                new WriteRefused(attempt, 409, "uniqueness", "Taken.", wanted, Story.cause("r-5")));
        Batches.apply(database, STORY.told());
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    @Test
    void nameWhatWasNotTakenOver() {
        var log = new LogReader(new EntriesEndpoint(database), STORY.tenant());

        var warnings = log.entries("status=warning");

        assertThat(warnings)
                .extracting(entry -> entry.required("requestId").asString())
                .containsExactly("r-2", "r-1");
        var warning = warnings.getLast().required("warning");
        assertThat(warning.required("ignored").toString()).isEqualTo("[\"password\",\"shoeSize\"]");
        assertThat(warning.required("reason").asString()).contains("password, shoeSize");
        assertThat(warning.required("recommendedAction").asString()).contains("mapping");
        assertThat(log.entries("status=skipped"))
                .extracting(entry -> entry.required("requestId").asString())
                .containsExactly("r-4");
        assertThat(log.entries("status=failure").getFirst().has("warning")).isFalse();
    }

    @Test
    void tellFromWhatToWhatARefusedOneWouldHaveGone() {
        var graph = new LogReader(new ProvisioningEndpoint(database), STORY.tenant());
        var log = new LogReader(new EntriesEndpoint(database), STORY.tenant());

        var entry =
                graph.json("/provisioning", "$filter=provisioningAction%20eq%20'disable'")
                        .required("value")
                        .get(0);
        var properties = "/provisioning/" + entry.required("id").asString() + "/modifiedProperties";

        assertThat(entry.required("modifiedProperties").toString())
                .isEqualTo(
                        """
                        [{"displayName":"userName","oldValue":"mia","newValue":"leo"},\
                        {"displayName":"active","oldValue":"True","newValue":"False"}]\
                        """);
        assertThat(graph.json(properties, "").required("value"))
                .isEqualTo(entry.required("modifiedProperties"));
        assertThat(entry.at("/provisioningSteps/2/details/OmittedProperties").asString())
                .isEqualTo("7");
        // The directory's own names are what they were.
        assertThat(entry.at("/targetIdentity/displayName").asString()).isEqualTo("mia");
        var told = log.entries("status=failure").getFirst();
        assertThat(told.required("changes")).isEmpty();
        assertThat(told.at("/wanted/changes/0").toString())
                .isEqualTo("{\"path\":\"userName\",\"old\":\"mia\",\"new\":\"leo\"}");
        assertThat(told.at("/wanted/omitted").asInt()).isEqualTo(7);
    }

    @Test
    void areWarningsInTheShapeOfGraph() {
        var log = new LogReader(new ProvisioningEndpoint(database), STORY.tenant());

        var found =
                log.json(
                        "/provisioning",
                        "$filter=provisioningStatusInfo/errorInformation/errorCode%20eq%20"
                                + "'SchemaAttributeNotFound'%20and%20"
                                + "provisioningStatusInfo/status%20eq%20'warning'&$orderby="
                                + "activityDateTime%20asc");

        var created = found.required("value").get(0);
        var error = created.at("/provisioningStatusInfo/errorInformation");
        assertThat(error.required("errorCategory").asString()).isEqualTo("success");
        assertThat(error.required("reason").asString()).contains("shoeSize");
        assertThat(error.required("recommendedAction").isNull()).isFalse();
        assertThat(created.at("/provisioningSteps/3/details/IgnoredAttributes").asString())
                .isEqualTo("password, shoeSize");
        assertThat(created.at("/provisioningSteps/4/status").asString()).isEqualTo("success");
        assertThat(times(created))
                .containsExactly(
                        "import 10:00:00Z to 10:00:00.001Z",
                        "scoping 10:00:00.001Z to 10:00:00.001500Z",
                        "matching 10:00:00.002Z to 10:00:00.002250Z",
                        "processing 10:00:00.001500Z to 10:00:00.002Z",
                        "export 10:00:00.002250Z to 10:00:00.003Z");
        var unchanged = found.required("value").get(1);
        assertThat(unchanged.at("/provisioningSteps/3/status").asString()).isEqualTo("warning");
        assertThat(unchanged.at("/provisioningSteps/4/status").asString()).isEqualTo("skipped");
    }

    /** What was refused before it was looked for is not said to have been found. */
    @Test
    void tellHowFarARefusedOneCame() {
        var graph = new LogReader(new ProvisioningEndpoint(database), STORY.tenant());

        var entry =
                graph.json(
                                "/provisioning",
                                "$filter=provisioningAction%20eq%20'update'%20and%20"
                                        + "provisioningStatusInfo/status%20eq%20'failure'")
                        .required("value")
                        .get(0);

        assertThat(times(entry))
                .containsExactly(
                        "import 10:00:00Z to 10:00:00.001Z",
                        "scoping 10:00:00.001Z to 10:00:00.001500Z",
                        "processing 10:00:00.002250Z to 10:00:00.003Z",
                        "export");
    }

    private static List<String> times(JsonNode entry) {
        return entry.required("provisioningSteps")
                .valueStream()
                .map(
                        step ->
                                step.required("provisioningStepType").asString()
                                        + time(step, " ", "StartDateTime")
                                        + time(step, " to ", "EndDateTime"))
                .toList();
    }

    private static String time(JsonNode step, String before, String name) {
        var time = step.required("details").path(name);
        return time.isMissingNode() ? "" : before + time.asString().substring(11);
    }

    private static Cause without(String requestId) {
        var whole = Story.cause(requestId);
        return new Cause(
                whole.requestId(),
                whole.operation(),
                whole.actor(),
                whole.receivedAt(),
                whole.causedBy(),
                List.of("password", "shoeSize"),
                new StepTimes(1_000L, 1_500L, null, 2_000L, null, 2_250L, 3_000L));
    }
}
