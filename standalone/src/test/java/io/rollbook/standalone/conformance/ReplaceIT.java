package io.rollbook.standalone.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

/** RFC 7644 §3.5.1. */
class ReplaceIT {

    private static final ScimClient SCIM = RunningRollbook.shared().newTenant("rfc").scim();
    private static final String SCHEMAS =
            "\"schemas\":[\"urn:ietf:params:scim:schemas:core:2.0:User\"]";

    private final String name = UUID.randomUUID().toString();

    @Test
    @Tag("P3.5.1-1")
    @Tag("P3.5.1-2")
    @Tag("P3.5.1-6")
    @Tag("P3.3-3")
    void whatIsLeftOutIsClearedButForActive() {
        var path = "/Users/" + full().id();

        var replaced = SCIM.put(path, user("\"active\":false,\"nickName\":\"N\"")).expect(200);
        assertThat(replaced.body().propertyNames())
                .containsExactlyInAnyOrder(
                        "schemas", "id", "userName", "nickName", "active", "meta");

        var again = SCIM.put(path, user("\"nickName\":null,\"emails\":[]")).expect(200);
        assertThat(again.body().propertyNames())
                .containsExactlyInAnyOrder("schemas", "id", "userName", "active", "meta");
        assertThat(again.body().path("active").asBoolean(true)).isFalse();
        assertThat(again.body().path("schemas").size()).isOne();
        assertThat(SCIM.get(path).body()).isEqualTo(again.body());
    }

    @Test
    @Tag("P3.5.1-7")
    @Tag("P3.14-6")
    @Tag("P3.5.1-4")
    @Tag("C3.1-5")
    void whatWasReadCanBeSentBackAndChangesNothing() {
        var path = "/Users/" + full().id();
        var read = SCIM.get(path).expect(200);

        var replaced = SCIM.put(path, read.body().toString()).expect(200);

        assertThat(replaced.body()).isEqualTo(read.body());
        assertThat(replaced.header("ETag")).isEqualTo(read.header("ETag"));
    }

    @Test
    @Tag("P3.5.1-4")
    @Tag("C3.1-2")
    @Tag("P3.3-2")
    @Tag("Trap-13")
    @Tag("C3.1-3")
    void whatTheServerSetsIsIgnored() {
        var readOnly =
                """
                "id":"bulkId:7","meta":{"created":"2001-01-01T00:00:00Z","version":"x"},
                "groups":[{"value":"g"}]\
                """;
        var created = SCIM.post("/Users", user(readOnly)).expect(201);
        var replaced = SCIM.put("/Users/" + created.id(), user(readOnly)).expect(200);

        assertThat(created.id()).doesNotContain("bulkId").hasSize(36);
        assertThat(replaced.body()).isEqualTo(created.body());
        assertThat(created.body().has("groups")).isFalse();
        assertThat(created.text("/meta/created")).startsWith("20").isGreaterThan("2026");
    }

    @Test
    @Tag("P3.5.1-5")
    @Tag("T2.1-uniqueness")
    @Tag("C7-5")
    void whatCannotBeIsRefusedAndChangesNothing() {
        var created = full();
        var path = "/Users/" + created.id();
        var other = SCIM.post("/Users", "{" + SCHEMAS + ",\"userName\":\"x" + name + "\"}");
        other.expect(201);

        SCIM.put(path, "{" + SCHEMAS + "}").expectError(400, "invalidValue");
        SCIM.put(path, "{" + SCHEMAS + ",\"userName\":\"X" + name + "\"}")
                .expectError(409, "uniqueness");
        SCIM.put(path, user("\"title\":5")).expectError(400, "invalidValue");

        assertThat(SCIM.get(path).body()).isEqualTo(created.body());
    }

    @Test
    @Tag("P3.2-1")
    @Tag("Trap-17")
    void neverCreates() {
        SCIM.put("/Users/" + UUID.randomUUID(), user("\"title\":\"x\"")).expectError(404, "");
        SCIM.put("/Users/" + name, user("\"title\":\"x\"")).expectError(404, "");

        assertThat(SCIM.find("/Users", "userName eq \"" + name + "\"").totalResults()).isZero();
    }

    @Test
    @Tag("P3.5.1-8")
    @Tag("C4.2-1")
    void ofAGroupReplacesItsMembers() {
        var first = SCIM.post("/Users", user("\"title\":\"1\"")).expect(201).id();
        var group = SCIM.createGroup(name).id();

        var filled = SCIM.put("/Groups/" + group, group(name, List.of(first))).expect(200);
        assertThat(filled.texts("members", "value")).containsExactly(first);
        var emptied = SCIM.put("/Groups/" + group, group(name, List.of())).expect(200);
        assertThat(emptied.body().has("members")).isFalse();
        SCIM.put("/Groups/" + group, group("", List.of())).expectError(400, "invalidValue");
    }

    private Answer full() {
        return SCIM.post(
                        "/Users",
                        """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:User",
                           "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User"],
                         "userName":"%s","title":"T","name":{"givenName":"G"},
                         "emails":[{"value":"a@b.example","type":"work","primary":true}],
                         "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User":
                           {"department":"D"}}\
                        """
                                .formatted(name))
                .expect(201);
    }

    private String user(String more) {
        return "{" + SCHEMAS + ",\"userName\":\"" + name + "\"," + more + "}";
    }

    private static String group(String name, List<String> ids) {
        var elements = ids.stream().map("{\"value\":\"%s\"}"::formatted).toList();
        return """
        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
         "displayName":"%s","members":[%s]}\
        """
                .formatted(name, String.join(",", elements));
    }
}
