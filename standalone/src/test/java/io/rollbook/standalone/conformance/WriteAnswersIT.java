package io.rollbook.standalone.conformance;

import static io.rollbook.standalone.client.ScimClient.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

/** The answer to a write shows what a read shows after it. */
class WriteAnswersIT {

    private static final ScimClient SCIM = RunningRollbook.shared().newTenant("entra").scim();

    private final String name = UUID.randomUUID().toString();

    @Test
    @Tag("H-8")
    @Tag("C3.1-7")
    @Tag("P3.3-1")
    @Tag("P3.1-3")
    @Tag("P3.14-1")
    @Tag("C3.1-8")
    void ofGroups() {
        var named =
                SCIM.post("/Users", "{\"userName\":\"" + name + "\",\"displayName\":\"Mia\"}")
                        .expect(201)
                        .id();
        var nameless = SCIM.createUser("x" + name).id();
        var inner = SCIM.createGroup("inner " + name).id();

        var created = SCIM.post("/Groups", group(List.of(named, nameless, inner))).expect(201);

        assertSameAsRead(created);
        assertThat(created.text("/meta/created")).isEqualTo(created.text("/meta/lastModified"));
        assertThat(created.texts("members", "display"))
                .containsExactlyInAnyOrder("Mia", "", "inner " + name);
        assertThat(created.texts("members", "type"))
                .containsExactlyInAnyOrder("User", "User", "Group");

        SCIM.patch(
                        "/Users/" + named,
                        "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"Mia O\"}")
                .expect(200);
        var replaced = SCIM.put("/Groups/" + created.id(), group(List.of(named))).expect(200);
        assertSameAsRead(replaced);
        assertThat(replaced.texts("members", "display")).containsExactly("Mia O");

        var projected = "/Groups/" + created.id() + "?attributes=members,displayName";
        var patched = SCIM.patch(projected, members("Add", List.of(nameless))).expect(200);
        assertThat(patched.body()).isEqualTo(SCIM.get(projected).body());
    }

    @Test
    @Tag("H-8")
    @Tag("C4.1.2-5")
    @Tag("C4.1.2-6")
    @Tag("C4.1.2-3")
    @Tag("T1.1-groups")
    void ofUsers() {
        var user = SCIM.createUser(name).id();
        var inner = SCIM.post("/Groups", group(List.of(user))).expect(201).id();
        var outer = SCIM.createGroup("outer " + name).id();
        SCIM.patch("/Groups/" + outer, members("Add", List.of(inner))).expect(204);

        var patched =
                SCIM.patch(
                                "/Users/" + user,
                                "{\"op\":\"add\",\"path\":\"title\",\"value\":\"Boss\"}")
                        .expect(200);

        assertSameAsRead(patched);
        assertThat(patched.texts("groups", "value")).containsExactly(inner, outer);
        assertThat(patched.texts("groups", "type")).containsExactly("direct", "indirect");
        var replaced =
                SCIM.put(
                                "/Users/" + user,
                                "{\"userName\":\"%s\",\"groups\":[{\"value\":\"none\"}]}"
                                        .formatted(name))
                        .expect(200);
        assertSameAsRead(replaced);
        SCIM.patch("/Groups/" + inner, members("Remove", List.of(user))).expect(204);
        assertThat(SCIM.get("/Users/" + user).body().has("groups")).isFalse();
    }

    @Test
    @Tag("C2.3.7-2")
    @Tag("C4.2-3")
    void referencesLeadToWhatTheyName() {
        var user = SCIM.createUser(name).id();
        var created = SCIM.post("/Groups", group(List.of(user))).expect(201);

        var reference = created.text("/members/0/$ref");
        var base = RunningRollbook.shared().scimBase();
        assertThat(reference).startsWith(base + "/Users/");
        assertThat(SCIM.get(reference.substring(base.length())).expect(200).id()).isEqualTo(user);
        var back = SCIM.get("/Users/" + user).text("/groups/0/$ref");
        assertThat(SCIM.get(back.substring(base.length())).expect(200).id())
                .isEqualTo(created.id());
    }

    private static void assertSameAsRead(Answer answer) {
        var location = answer.header("Location");
        assertThat(location).isEqualTo(answer.text("/meta/location"));
        assertThat(answer.header("ETag")).isEqualTo(answer.text("/meta/version")).startsWith("W/");
        var read = SCIM.get(location.substring(RunningRollbook.shared().scimBase().length()));
        assertThat(read.expect(200).body()).isEqualTo(answer.body());
        assertThat(read.header("ETag")).isEqualTo(answer.header("ETag"));
    }

    private String group(List<String> ids) {
        var elements = ids.stream().map("{\"value\":\"%s\"}"::formatted).toList();
        return "{\"displayName\":\"%s\",\"members\":[%s]}"
                .formatted(name, String.join(",", elements));
    }
}
