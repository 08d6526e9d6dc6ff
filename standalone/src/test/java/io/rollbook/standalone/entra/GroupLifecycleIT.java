package io.rollbook.standalone.entra;

import static io.rollbook.standalone.client.ScimClient.members;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.UUID;

/** A group from creation to deletion. */
class GroupLifecycleIT {

    private static final ScimClient SCIM = RunningRollbook.shared().newTenant("entra").scim();

    private final String name = "Risk " + UUID.randomUUID();

    @Test
    void createdWithMembersAndShownOnTheUser() {
        var user = SCIM.createUser(name).id();

        var created =
                SCIM.post(
                                "/Groups",
                                """
                                {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
                                 "displayName":"%s","externalId":"5f9b","members":[{"value":"%s"}]}\
                                """
                                        .formatted(name, user))
                        .expect(201);

        var read = SCIM.get("/Groups/" + created.id()).expect(200);
        assertThat(read.text("/members/0/value")).isEqualTo(user);
        assertThat(read.text("/members/0/$ref")).endsWith("/Users/" + user);
        assertThat(read.text("/members/0/type")).isEqualTo("User");
        var groups = SCIM.get("/Users/" + user).body().path("groups");
        assertThat(groups.at("/0/value").asString()).isEqualTo(created.id());
        assertThat(groups.at("/0/display").asString()).isEqualTo(name);
        assertThat(groups.at("/0/type").asString()).isEqualTo("direct");
    }

    @Test
    void renamedAndFoundByItsNewNameOnly() {
        var path = "/Groups/" + SCIM.createGroup(name).id();

        SCIM.patch(
                        path,
                        "{\"op\":\"Replace\",\"path\":\"displayName\",\"value\":\"New "
                                + name
                                + "\"}")
                .expect(204);

        assertThat(SCIM.get(path).text("/displayName")).isEqualTo("New " + name);
        assertThat(SCIM.find("/Groups", "displayName eq \"" + name + "\"").totalResults()).isZero();
        assertThat(SCIM.find("/Groups", "displayName eq \"new " + name + "\"").totalResults())
                .isOne();
    }

    @Test
    void namesAreUnique() {
        SCIM.createGroup(name);

        SCIM.post(
                        "/Groups",
                        """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
                         "displayName":"%s"}\
                        """
                                .formatted(name))
                .expectError(409, "uniqueness");
    }

    @Test
    @Tag("P3.5.2-13")
    void unknownMembersAreRefusedAndNothingChanges() {
        var user = SCIM.createUser(name).id();
        var path = "/Groups/" + SCIM.createGroup(name).id();

        var refused = SCIM.patch(path, members("Add", List.of(user, "no-such-user")));

        refused.expectError(400, "invalidValue");
        assertThat(refused.text("/detail")).contains("no-such-user");
        assertThat(SCIM.get(path).body().has("members")).isFalse();
    }

    @Test
    @Tag("C4.2-4")
    @Tag("C4.1.2-5")
    void groupsInGroupsButNotInCircles() {
        var user = SCIM.createUser(name).id();
        var inner = SCIM.createGroup(name + " inner").id();
        var outer = SCIM.createGroup(name + " outer").id();
        SCIM.patch("/Groups/" + inner, members("Add", List.of(user))).expect(204);
        SCIM.patch("/Groups/" + outer, members("Add", List.of(inner))).expect(204);

        SCIM.patch("/Groups/" + inner, members("Add", List.of(outer)))
                .expectError(400, "invalidValue");

        var groups = SCIM.get("/Users/" + user).texts("groups", "type");
        assertThat(groups).containsExactlyInAnyOrder("direct", "indirect");
    }

    @Test
    void putReplacesTheMembers() {
        var first = SCIM.createUser(name + 1).id();
        var second = SCIM.createUser(name + 2).id();
        var path = "/Groups/" + SCIM.createGroup(name).id();
        SCIM.patch(path, members("Add", List.of(first))).expect(204);

        SCIM.put(
                        path,
                        """
                        {"schemas":["urn:ietf:params:scim:schemas:core:2.0:Group"],
                         "displayName":"%s","members":[{"value":"%s"}]}\
                        """
                                .formatted(name, second))
                .expect(200);

        assertThat(SCIM.get(path).texts("members", "value")).containsExactly(second);
    }

    @Test
    @Tag("C4.1.2-6")
    void aDeletedUserIsInNoGroup() {
        var user = SCIM.createUser(name).id();
        var path = "/Groups/" + SCIM.createGroup(name).id();
        SCIM.patch(path, members("Add", List.of(user))).expect(204);

        SCIM.delete("/Users/" + user).expect(204);

        assertThat(SCIM.get(path).body().has("members")).isFalse();
    }

    @Test
    void aDeletedGroupIsGoneAndItsNameFree() {
        var user = SCIM.createUser(name).id();
        var path = "/Groups/" + SCIM.createGroup(name).id();
        SCIM.patch(path, members("Add", List.of(user))).expect(204);

        SCIM.delete(path).expect(204);

        SCIM.get(path).expect(404);
        SCIM.delete(path).expect(404);
        assertThat(SCIM.get("/Users/" + user).body().has("groups")).isFalse();
        SCIM.createGroup(name);
    }
}
