package io.rollbook.standalone.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

class BulkOverHttpIT {

    private final RunningRollbook.Tenant tenant = RunningRollbook.shared().newTenant("rfc");
    private final ScimClient scim = tenant.scim();

    @Test
    @Tag("P3.7-1")
    @Tag("P3.7-6")
    void aThousandOperationsAreVisibleWhenTheyAreAnswered() {
        var operations = new ArrayList<String>();
        // Each group comes before its members.
        for (int group = 0; group < 50; group++) {
            var members = new ArrayList<String>();
            var users = new ArrayList<String>();
            for (int user = 0; user < 19; user++) {
                var name = "u" + group + "x" + user;
                members.add("{\"value\":\"bulkId:" + name + "\"}");
                users.add(user(name));
            }
            operations.add(
                    post(
                            "/Groups",
                            "g" + group,
                            """
                            {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
                             "displayName":"Group %d","members":[%s]}\
                            """
                                    .formatted(group, String.join(",", members))));
            operations.addAll(users);
        }

        var answer = bulk(operations).expect(200);

        assertThat(answer.texts("Operations", "status")).hasSize(1_000).containsOnly("201");
        assertThat(answer.header("Rollbook-Visibility")).isEmpty();
        assertThat(scim.get("/Users?count=0").totalResults()).isEqualTo(950);
        assertThat(scim.get("/Groups?count=0").totalResults()).isEqualTo(50);
        var last = scim.get(path(answer, 980));
        assertThat(last.body().path("members").size()).isEqualTo(19);
        assertThat(last.header("ETag"))
                .isEqualTo(last.text("/meta/version"))
                .isEqualTo(result(answer, 980).path("version").asString());
        await().untilAsserted(
                        () ->
                                assertThat(entriesOf(answer))
                                        .extracting(entry -> entry.path("operation").asInt())
                                        .hasSizeGreaterThan(990)
                                        .doesNotHaveDuplicates());
    }

    @Test
    @Tag("P3.7-3")
    @Tag("P3.7-4")
    void eachOperationThatWasTriedHasOneEntry() {
        var mia = scim.post("/Users", userBody("mia")).expect(201).id();
        var title = "{\"op\":\"add\",\"path\":\"title\",\"value\":\"Head\"}";

        var answer =
                bulk(
                                2,
                                List.of(
                                        user("noa"),
                                        patch("/Users/" + mia, title),
                                        patch("/Users/" + mia, title),
                                        user("MIA"),
                                        delete("/Users/" + mia),
                                        delete("/Users/" + mia),
                                        user("late")))
                        .expect(200);

        assertThat(answer.texts("Operations", "status"))
                .containsExactly("201", "200", "200", "409", "204", "404");
        await().untilAsserted(() -> assertThat(entriesOf(answer)).hasSize(6));
        assertThat(entriesOf(answer))
                .extracting(
                        entry ->
                                "%d %s %s"
                                        .formatted(
                                                entry.path("operation").asInt(),
                                                entry.path("action").asString(),
                                                entry.path("status").asString()))
                .containsExactly(
                        "1 create success",
                        "2 update success",
                        "3 update skipped",
                        "4 create failure",
                        "5 delete success",
                        "6 delete failure");
    }

    @Test
    @Tag("P3.7-9")
    void aRequestThatIsNoneHasOneEntry() {
        var answer = scim.post("/Bulk", "{\"Operations\":7}").expectError(400, "invalidSyntax");

        var entry = tenant.awaitEntry(answer);

        assertThat(entry.path("status").asString()).isEqualTo("failure");
        assertThat(entry.path("operation").asInt()).isZero();
    }

    @Test
    @Tag("P3.7-7")
    @Tag("C5-1")
    void theLimitsAreThoseThatArePublished() {
        var published = scim.get("/ServiceProviderConfig").expect(200).body();
        var limits = published.path("bulk");
        int operations = limits.path("maxOperations").asInt();
        int payload = limits.path("maxPayloadSize").asInt();
        var small = delete("/Users/1");
        var padding = " ".repeat(payload - bulkBody(1, List.of(small)).length());

        assertThat(limits.path("supported").asBoolean()).isTrue();
        assertThat(published.path("etag").path("supported").asBoolean()).isTrue();
        assertThat(
                        bulk(IntStream.rangeClosed(0, operations).mapToObj(i -> small).toList())
                                .expectError(413, "")
                                .text("/detail"))
                .contains("maxOperations", Integer.toString(operations));
        scim.post("/Bulk", bulkBody(1, List.of(small)) + padding).expect(200);
        assertThat(
                        scim.post("/Bulk", bulkBody(1, List.of(small)) + padding + " ")
                                .expectError(413, "")
                                .text("/detail"))
                .contains("maxPayloadSize", Integer.toString(payload));
    }

    @Test
    void anotherTenantsIdIsAnsweredLikeOneThatNeverWas() {
        var other = RunningRollbook.shared().newTenant("rfc").scim();
        var foreign = other.post("/Users", userBody("mia")).expect(201).id();
        var never = "01a20a26-65ee-725a-ae7e-def5ece52611";

        var answers =
                List.of(foreign, never).stream()
                        .map(
                                id ->
                                        bulk(
                                                List.of(
                                                        delete("/Users/" + id),
                                                        patch("/Users/" + id, "{\"op\":\"x\"}"),
                                                        group("g", id))))
                        .map(answer -> answer.expect(200).body().toString())
                        .toList();

        assertThat(answers.getFirst().replace(foreign, never)).isEqualTo(answers.getLast());
        other.get("/Users/" + foreign).expect(200);
    }

    private List<JsonNode> entriesOf(Answer answer) {
        return tenant.entries().stream()
                .filter(
                        entry ->
                                entry.path("requestId")
                                        .asString()
                                        .equals(answer.header("X-Request-Id")))
                .sorted(Comparator.comparingInt(entry -> entry.path("operation").asInt()))
                .toList();
    }

    private Answer bulk(List<String> operations) {
        return bulk(1_000, operations);
    }

    private Answer bulk(int failOnErrors, List<String> operations) {
        return scim.post("/Bulk", bulkBody(failOnErrors, operations));
    }

    private static String bulkBody(int failOnErrors, List<String> operations) {
        return """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:BulkRequest"],
         "failOnErrors":%d,"Operations":[%s]}\
        """
                .formatted(failOnErrors, String.join(",", operations));
    }

    private static JsonNode result(Answer answer, int index) {
        return answer.body().path("Operations").path(index);
    }

    private static String path(Answer answer, int index) {
        var location = result(answer, index).path("location").asString();
        return location.substring(RunningRollbook.shared().scimBase().length());
    }

    private static String post(String path, String bulkId, String data) {
        return "{\"method\":\"POST\",\"path\":\"%s\",\"bulkId\":\"%s\",\"data\":%s}"
                .formatted(path, bulkId, data);
    }

    private static String user(String name) {
        return post("/Users", name, userBody(name));
    }

    private static String userBody(String name) {
        return """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"%s"}\
        """
                .formatted(name);
    }

    private static String group(String name, String member) {
        return post(
                "/Groups",
                name,
                """
                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
                 "displayName":"%s","members":[{"value":"%s"}]}\
                """
                        .formatted(name, member));
    }

    private static String patch(String path, String operation) {
        return """
        {"method":"PATCH","path":"%s","data":{
         "schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[%s]}}\
        """
                .formatted(path, operation);
    }

    private static String delete(String path) {
        return "{\"method\":\"DELETE\",\"path\":\"%s\"}".formatted(path);
    }
}
