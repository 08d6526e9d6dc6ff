package io.rollbook.standalone.entra;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** A user from creation to deletion. */
class UserLifecycleIT {

    private static final ScimClient SCIM = RunningRollbook.shared().newTenant("entra").scim();

    private final String name = "mia." + UUID.randomUUID() + "@contoso.example";

    @Test
    @Tag("C2.4-3")
    @Tag("C3.1-6")
    @Tag("C3.1-8")
    @Tag("C3.3-1")
    @Tag("P3.3.1-1")
    @Tag("E7-1")
    void everyAttributeComesBackAsItWasSent() {
        var sent = JsonMapper.shared().readTree(document("full-user.json").formatted(name));

        var created = SCIM.post("/Users", sent.toString()).expect(201);
        var read = SCIM.get("/Users/" + created.id()).expect(200);

        sent.properties()
                .forEach(
                        attribute ->
                                assertSame(attribute.getKey(), attribute.getValue(), read.body()));
        assertThat(created.body()).isEqualTo(read.body());
        assertThat(created.header("Location")).isEqualTo(read.text("/meta/location"));
        assertThat(read.text("/meta/resourceType")).isEqualTo("User");
        assertThat(read.text("/meta/created")).isEqualTo(read.text("/meta/lastModified"));
        assertThat(read.header("ETag")).isEqualTo(read.text("/meta/version"));
    }

    private static void assertSame(String attribute, JsonNode sent, JsonNode read) {
        if (attribute.startsWith("urn:")) {
            sent.properties()
                    .forEach(
                            inner ->
                                    assertSame(
                                            inner.getKey(),
                                            inner.getValue(),
                                            read.path(attribute)));
        } else if (attribute.equals("manager")) {
            assertThat(read.path(attribute).path("value")).isEqualTo(sent.path("value"));
        } else {
            assertThat(read.path(attribute)).as(attribute).isEqualTo(sent);
        }
    }

    @Test
    @Tag("C4.1.1-3")
    @Tag("P3.9-13")
    void passwordsAreTakenAndForgotten() {
        var created =
                SCIM.post(
                                "/Users",
                                """
                                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                                 "userName":"%s","password":"correct horse"}\
                                """
                                        .formatted(name))
                        .expect(201);

        assertThat(created.body().has("password")).isFalse();
        assertThat(
                        SCIM.get("/Users/" + created.id() + "?attributes=password")
                                .body()
                                .has("password"))
                .isFalse();
    }

    @Test
    @Tag("P3.3-4")
    @Tag("T2.1-uniqueness")
    @Tag("C4.1.1-2")
    void aSecondUserOfTheNameIsRefused() {
        SCIM.createUser(name);

        SCIM.post(
                        "/Users",
                        """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                         "userName":"%s"}\
                        """
                                .formatted(name.toUpperCase(Locale.ROOT)))
                .expectError(409, "uniqueness");
    }

    @Test
    @Tag("P3.5.1-1")
    @Tag("P3.5.1-6")
    void putReplacesAndClears() {
        var created = SCIM.createUser(name);
        var path = "/Users/" + created.id();
        SCIM.patch(path, "{\"op\":\"add\",\"path\":\"title\",\"value\":\"Boss\"}").expect(200);

        var replaced =
                SCIM.put(
                                path,
                                """
                                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],
                                 "id":"ignored","userName":"%s","nickName":"Mi"}\
                                """
                                        .formatted(name))
                        .expect(200);

        assertThat(replaced.id()).isEqualTo(created.id());
        var read = SCIM.get(path);
        assertThat(read.body()).isEqualTo(replaced.body());
        assertThat(read.text("/nickName")).isEqualTo("Mi");
        assertThat(read.body().has("title")).isFalse();
        assertThat(read.body().path("active").asBoolean(false)).isTrue();
    }

    @Test
    @Tag("P3.6-1")
    @Tag("P3.6-2")
    @Tag("P3.6-3")
    void disabledRestoredDeletedAndTheNameFreeAgain() {
        var path = "/Users/" + SCIM.createUser(name).id();

        SCIM.patch(path, "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}")
                .expect(200);
        assertThat(SCIM.get(path).body().path("active").asBoolean(true)).isFalse();
        SCIM.patch(path, "{\"op\":\"replace\",\"value\":{\"active\":true}}").expect(200);
        assertThat(SCIM.get(path).body().path("active").asBoolean(false)).isTrue();

        SCIM.delete(path).expect(204);

        SCIM.get(path).expect(404);
        SCIM.delete(path).expect(404);
        SCIM.patch(path, "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"x\"}").expect(404);
        assertThat(SCIM.find("/Users", "userName eq \"" + name + "\"").totalResults()).isZero();
        SCIM.createUser(name);
    }

    @Test
    @Tag("T2.1-uniqueness")
    @Tag("C7-5")
    void aNameThatIsTakenIsRefusedInAPatchToo() {
        SCIM.createUser(name);
        var other = "/Users/" + SCIM.createUser("other." + name).id();

        SCIM.patch(other, "{\"op\":\"Replace\",\"path\":\"userName\",\"value\":\"" + name + "\"}")
                .expectError(409, "uniqueness");

        assertThat(SCIM.get(other).text("/userName")).isEqualTo("other." + name);
    }

    @Test
    @Tag("P3.5.2-4")
    @Tag("Trap-10")
    void aPatchIsAllOrNothing() {
        var path = "/Users/" + SCIM.createUser(name).id();
        var before = SCIM.get(path).body();

        SCIM.patch(
                        path,
                        "{\"op\":\"replace\",\"path\":\"title\",\"value\":\"x\"}",
                        "{\"op\":\"replace\",\"path\":\"nonsense\",\"value\":\"x\"}")
                .expectError(400, "invalidPath");

        assertThat(SCIM.get(path).body()).isEqualTo(before);
    }

    private static String document(String file) {
        try (var in = UserLifecycleIT.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("No test document " + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
