package io.rollbook.standalone.promise;

import static io.rollbook.standalone.client.ScimClient.members;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** P6: every authenticated write request leaves exactly one entry, whatever came of it. */
class LogEntryPerWriteIT {

    private final RunningRollbook.Tenant tenant = RunningRollbook.shared().newTenant("entra");
    private final ScimClient scim = tenant.scim();
    private final Map<String, String> expected = new HashMap<>();

    @Test
    void oneEntryPerRequestWithItsOutcome() {
        var user = wrote(scim.createUser("mia"), "create success");
        var path = "/Users/" + user.id();
        var title = "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"Boss\"}";
        wrote(scim.patch(path, title), "update success");
        wrote(scim.patch(path, title), "update skipped");
        wrote(
                scim.patch(
                        path,
                        "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}",
                        "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"None\"}"),
                "disable success");
        wrote(scim.post("/Users", "{\"userName\":\"MIA\"}"), "create failure");
        wrote(scim.post("/Users", "not json"), "create failure");
        wrote(scim.patch(path, "{\"op\":\"remove\"}"), "update failure");
        wrote(tooLarge(), "create failure");
        wrote(wrongMediaType(), "create failure");
        var group = wrote(scim.createGroup("Risk"), "create success");
        var add = members("Add", List.of(user.id()));
        wrote(scim.patch("/Groups/" + group.id(), add), "update success");
        wrote(scim.patch("/Groups/" + group.id(), add), "update skipped");
        wrote(scim.delete("/Groups/" + group.id()), "delete success");
        wrote(scim.delete("/Groups/" + group.id()), "delete failure");

        await().untilAsserted(() -> assertThat(outcomes()).containsAllEntriesOf(expected));
        assertThat(requests()).doesNotHaveDuplicates();
    }

    @Test
    void valuesBeforeAndAfter() {
        var path = "/Users/" + scim.createUser("mia").id();
        var answer =
                scim.patch(
                        path,
                        "{\"op\":\"add\",\"path\":\"title\",\"value\":\"Analyst\"}",
                        "{\"op\":\"replace\",\"path\":\"userName\",\"value\":\"mia2\"}");

        var entry = tenant.awaitEntry(answer);

        assertThat(entry.path("actor").path("kind").asString()).isEqualTo("connection");
        assertThat(entry.path("target").path("type").asString()).isEqualTo("User");
        assertThat(path).endsWith(entry.path("target").path("id").asString());
        var changes = new HashMap<String, String>();
        entry.path("changes")
                .forEach(
                        change ->
                                changes.put(
                                        change.path("path").asString(),
                                        change.path("old").asString("")
                                                + " > "
                                                + change.path("new").asString("")));
        assertThat(changes)
                .containsEntry("title", " > Analyst")
                .containsEntry("userName", "mia > mia2");
    }

    private Answer wrote(Answer answer, String outcome) {
        expected.put(answer.header("X-Request-Id"), outcome);
        return answer;
    }

    private Answer tooLarge() {
        return scim.post("/Users", "{\"userName\":\"" + "x".repeat(2 << 20) + "\"}").expect(413);
    }

    private Answer wrongMediaType() {
        return scim.send(
                        HttpRequest.newBuilder(
                                        URI.create(RunningRollbook.shared().scimBase() + "/Users"))
                                .header("Authorization", "Bearer " + tenant.token("scim"))
                                .header("Content-Type", "text/plain")
                                .POST(BodyPublishers.ofString("hello"))
                                .build())
                .expect(415);
    }

    private Map<String, String> outcomes() {
        var outcomes = new HashMap<String, String>();
        for (var entry : tenant.entries()) {
            outcomes.put(
                    entry.path("requestId").asString(),
                    entry.path("action").asString() + " " + entry.path("status").asString());
        }
        return outcomes;
    }

    private List<String> requests() {
        return tenant.entries().stream().map(entry -> entry.path("requestId").asString()).toList();
    }
}
