package io.rollbook.standalone.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

class PreconditionsIT {

    private static final String TITLE = "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"%s\"}";

    private final RunningRollbook.Tenant tenant = RunningRollbook.shared().newTenant("entra");
    private final ScimClient scim = tenant.scim();
    private final String token = tenant.token("scim");

    @Test
    @Tag("P3.14-1")
    @Tag("C3.1-8")
    void everyAnswerAboutOneResourceHasItsVersion() {
        var created = versioned(scim.createUser("mia"), "W/\"1\"");
        var path = "/Users/" + created.id();
        versioned(scim.get(path), "W/\"1\"");
        versioned(scim.patch(path, TITLE.formatted("a")), "W/\"2\"");
        versioned(scim.patch(path, TITLE.formatted("a")), "W/\"2\"");
        versioned(scim.put(path, ScimClient.user("mia")), "W/\"3\"");
        versioned(scim.get(path), "W/\"3\"");
        assertThat(scim.find("/Users", "userName eq \"mia\"").text("/Resources/0/meta/version"))
                .isEqualTo("W/\"3\"");
        var group = "/Groups/" + versioned(scim.createGroup("Risk"), "W/\"1\"").id();
        var joined = scim.patch(group, ScimClient.members("add", List.of(created.id())));
        assertThat(joined.expect(204).header("ETag")).isEqualTo("W/\"2\"");
        versioned(scim.get(group), "W/\"2\"");
    }

    @Test
    @Tag("P3.14-2")
    @Tag("P3.14-4")
    void whatTheClientHasIsNotSentAgain() {
        var path = "/Users/" + scim.createUser("mia").id();

        for (var tags : List.of("W/\"1\"", "\"1\"", "*", "\"x\", W/\"1\"")) {
            var unchanged = send("GET", path, "If-None-Match", tags, "");
            assertThat(unchanged.expect(304).header("ETag")).isEqualTo("W/\"1\"");
            assertThat(unchanged.body().isMissingNode()).isTrue();
        }
        send("GET", path, "If-None-Match", "W/\"2\"", "").expect(200);
        send("GET", path, "If-Match", "W/\"2\"", "").expect(412);
        send("GET", "/Users/none", "If-None-Match", "*", "").expect(404);
    }

    @Test
    @Tag("P3.14-3")
    void aStaleWriteChangesNothingAndIsLogged() {
        var path = "/Users/" + scim.createUser("mia").id();
        var group = "/Groups/" + scim.createGroup("Risk").id();
        var stale = "W/\"9\"";
        var body = ScimClient.user("other");

        var refused =
                List.of(
                        send("PUT", path, "If-Match", stale, body),
                        send("PATCH", path, "If-Match", stale, patch("nickName")),
                        send("PATCH", group, "If-Match", stale, patch("displayName")),
                        send("DELETE", path, "If-Match", stale, ""),
                        send("DELETE", group, "If-Match", stale, ""),
                        send("DELETE", path, "If-None-Match", "*", ""));

        for (var answer : refused) {
            assertThat(answer.expect(412).text("/status")).isEqualTo("412");
            assertThat(tenant.awaitEntry(answer).path("status").asString()).isEqualTo("failure");
        }
        versioned(scim.get(path), "W/\"1\"");
        versioned(scim.get(group), "W/\"1\"");
        send("PUT", path, "If-Match", "W/\"1\"", body).expect(200);
        send("PATCH", path, "If-Match", "W/\"2\"", patch("nickName")).expect(200);
        send("DELETE", group, "If-Match", "*", "").expect(204);
    }

    @Test
    @Tag("P3.14-3")
    void ofManyWritesOfOneVersionOneSucceeds() throws Exception {
        var path = "/Users/" + scim.createUser("mia").id();
        var statuses = new ArrayList<Integer>();

        try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers =
                    clients.invokeAll(
                            List.of("a", "b", "c", "d", "e", "f", "g", "h").stream()
                                    .<java.util.concurrent.Callable<Answer>>map(
                                            name ->
                                                    () ->
                                                            send(
                                                                    "PUT",
                                                                    path,
                                                                    "If-Match",
                                                                    "W/\"1\"",
                                                                    ScimClient.user(name)))
                                    .toList());
            for (var answer : answers) {
                statuses.add(answer.get().status());
            }
        }

        assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 412);
        versioned(scim.get(path), "W/\"2\"");
    }

    private static String patch(String attribute) {
        return """
        {"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[
         {"op":"replace","path":"%s","value":"new"}]}\
        """
                .formatted(attribute);
    }

    private static Answer versioned(Answer answer, String version) {
        assertThat(answer.header("ETag")).isEqualTo(version);
        assertThat(answer.text("/meta/version")).isEqualTo(version);
        assertThat(answer.header("Location")).isEqualTo(answer.text("/meta/location"));
        return answer;
    }

    private Answer send(String method, String path, String header, String value, String body) {
        return scim.send(
                HttpRequest.newBuilder(URI.create(RunningRollbook.shared().scimBase() + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/scim+json")
                        .header(header, value)
                        .method(method, BodyPublishers.ofString(body))
                        .build());
    }
}
