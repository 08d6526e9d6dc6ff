package io.rollbook.provisioning.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.Requests;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.Written;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.util.List;

@ExtendWith(SharedCore.class)
class GroupWritesIT {

    private final Tenant tenant;

    GroupWritesIT(Tenant tenant) {
        this.tenant = tenant;
    }

    @Test
    void aNewGroupIsShownWithItsMembers() {
        var user = tenant.user("mia");

        var response =
                tenant.post(
                        "/Groups",
                        "{\"displayName\":\"Risk\",\"members\":[{\"value\":\"%s\"}]}"
                                .formatted(user));

        var body = Json.of(response.body());
        var id = body.path("id").asString();
        var member = body.path("members").path(0);
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.headers())
                .containsEntry("Location", Requests.BASE + "/Groups/" + id)
                .containsEntry("ETag", "W/\"2\"");
        assertThat(response.written()).containsExactly(new Written(id, 2));
        assertThat(member.path("value").asString()).isEqualTo(user);
        assertThat(member.path("type").asString()).isEqualTo("User");
        assertThat(member.path("$ref").asString()).isEqualTo(Requests.BASE + "/Users/" + user);
        assertThat(eventNames(id)).containsExactly("group.created", "group.membership-changed");
    }

    @Test
    void membersAreLeftOutWhereTheyAreExcluded() {
        var user = tenant.user("mia");

        var response =
                tenant.post(
                        "/Groups?excludedAttributes=members",
                        "{\"displayName\":\"Risk\",\"members\":[{\"value\":\"%s\"}]}"
                                .formatted(user));

        assertThat(Json.of(response.body()).has("members")).isFalse();
    }

    @Test
    @Tag("P3.5.2-9")
    @Tag("E4-2")
    void aPatchIsAnsweredWithoutBodyButWithPlaceAndVersion() {
        var group = tenant.group("Risk");

        var response =
                tenant.patch(
                        "/Groups/" + group,
                        "{\"op\":\"Replace\",\"path\":\"displayName\",\"value\":\"Fraud\"}");

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers())
                .containsEntry("ETag", "W/\"2\"")
                .containsEntry("Location", Requests.BASE + "/Groups/" + group)
                .containsEntry("Content-Type", "application/scim+json");
    }

    @Test
    @Tag("P3.5.2-10")
    void aPatchThatAsksForAttributesIsAnsweredWithThem() {
        var user = tenant.user("mia");
        var group = tenant.group("Risk");

        var response =
                tenant.patch(
                        "/Groups/" + group + "?attributes=members",
                        "{\"op\":\"Add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}"
                                .formatted(user));

        var body = Json.of(response.body());
        assertThat(response.status()).isEqualTo(200);
        assertThat(memberIds(body)).containsExactly(user);
        assertThat(body.has("displayName")).isFalse();
    }

    @Test
    void membersLeaveInEachFormThatEntraSends() {
        var users = tenant.users("u", 5);
        var group = tenant.group("Risk", users);
        var path = "/Groups/" + group;

        tenant.patch(
                path,
                "{\"op\":\"Remove\",\"path\":\"members[value eq \\\"" + users.get(0) + "\\\"]\"}");
        tenant.patch(
                path,
                "{\"op\":\"Remove\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}"
                        .formatted(users.get(1)));
        tenant.patch(
                path,
                "{\"op\":\"remove\",\"path\":\"members[value eq \\\"%s\\\" or value eq \\\"%s\\\"]\"}"
                        .formatted(users.get(2), users.get(3)));

        assertThat(tenant.membersOf(group)).containsExactly(users.get(4));
        tenant.patch(path, "{\"op\":\"remove\",\"path\":\"members\"}");
        assertThat(tenant.membersOf(group)).isEmpty();
    }

    @Test
    void membersLeaveByAnyOtherFilter() {
        var user = tenant.user("mia");
        var inner = tenant.group("Inner");
        var group = tenant.group("Outer", List.of(user, inner));

        tenant.patch(
                "/Groups/" + group,
                "{\"op\":\"remove\",\"path\":\"members[type eq \\\"Group\\\"]\"}");

        assertThat(tenant.membersOf(group)).containsExactly(user);
    }

    /** What a filter cannot see must not be taken for absent: "ne" would empty the group. */
    @Test
    @Tag("T5-members-filter")
    void membersLeaveByWhatIsShownOfThem() {
        var user = tenant.user("mia");
        var inner = tenant.group("Inner");
        var other = tenant.group("Other");
        var group = tenant.group("Outer", List.of(user, inner, other));
        var remove = "{\"op\":\"remove\",\"path\":\"members[%s]\"}";

        tenant.patch("/Groups/" + group, remove.formatted("display eq \\\"INNER\\\""));
        assertThat(tenant.membersOf(group)).containsExactlyInAnyOrder(user, other);
        tenant.patch(
                "/Groups/" + group,
                remove.formatted("$ref ne \\\"https://h.example/scim/v2/Groups/" + other + "\\\""));
        assertThat(tenant.membersOf(group)).containsExactly(other);
    }

    @Test
    @Tag("P3.5.1-8")
    void aPutReplacesMembersByTheDifference() {
        var users = tenant.users("u", 4);
        var group = tenant.group("Risk", users.subList(0, 3));

        var response =
                tenant.put(
                        "/Groups/" + group,
                        "{\"displayName\":\"Risk\",\"members\":%s}"
                                .formatted(Tenant.elements(users.subList(1, 4))));

        assertThat(response.status()).isEqualTo(200);
        assertThat(memberIds(Json.of(response.body())))
                .containsExactlyInAnyOrderElementsOf(users.subList(1, 4));
        var change = Json.of(tenant.eventsOf(group).getLast().split(" ", 2)[1].getBytes(UTF_8));
        assertThat(change.path("added").valueStream().map(m -> m.path("value").asString()))
                .containsExactly(users.get(3));
        assertThat(change.path("removed").valueStream().map(JsonNode::asString))
                .containsExactly(users.get(0));
    }

    @Test
    @Tag("P3.5.1-7")
    void aPutOfWhatIsThereChangesNothing() {
        var users = tenant.users("u", 2);
        var group = tenant.group("Risk", users);

        var response =
                tenant.put(
                        "/Groups/" + group,
                        "{\"displayName\":\"Risk\",\"members\":%s}"
                                .formatted(Tenant.elements(users)));

        assertThat(response.headers()).containsEntry("ETag", "W/\"2\"");
        assertThat(tenant.eventsOf(group)).hasSize(2);
        assertThat(tenant.count("write.skipped")).isEqualTo(1);
    }

    @Test
    void whoLeavesAndJoinsInOneRequestWasNeverAway() {
        var user = tenant.user("mia");
        var group = tenant.group("Risk", List.of(user));

        tenant.patch(
                "/Groups/" + group,
                "{\"op\":\"remove\",\"path\":\"members\"},"
                        + "{\"op\":\"add\",\"path\":\"members\",\"value\":[{\"value\":\"%s\"}]}"
                                .formatted(user));

        assertThat(tenant.membersOf(group)).containsExactly(user);
        assertThat(tenant.eventsOf(group)).hasSize(2);
        assertThat(tenant.count("write.skipped")).isEqualTo(1);
    }

    @Test
    void aDisplayNameIsTakenInEveryCase() {
        tenant.group("Risk");
        var other = tenant.group("Other");

        var created = tenant.post("/Groups", "{\"displayName\":\"RISK\"}");
        var renamed =
                tenant.patch(
                        "/Groups/" + other,
                        "{\"op\":\"replace\",\"path\":\"displayName\",\"value\":\"risk\"}");

        assertThat(created.status()).isEqualTo(409);
        assertThat(renamed.status()).isEqualTo(409);
        assertThat(tenant.eventsOf(other)).hasSize(1);
    }

    @Test
    @Tag("C4.2-4")
    void aGroupCannotBecomeAMemberOfItself() {
        var inner = tenant.group("Inner");
        var middle = tenant.group("Middle", List.of(inner));
        var outer = tenant.group("Outer", List.of(middle));

        var itself = tenant.add(outer, List.of(outer));
        var cycle = tenant.add(inner, List.of(outer));

        assertThat(List.of(itself.status(), cycle.status())).containsExactly(400, 400);
        assertThat(Json.of(cycle.body()).path("scimType").asString()).isEqualTo("invalidValue");
        assertThat(tenant.membersOf(inner)).isEmpty();
    }

    @Test
    void aDeletedGroupTakesItsMembershipAlong() {
        var user = tenant.user("mia");
        var group = tenant.group("Risk", List.of(user));

        var deleted = tenant.delete("/Groups/" + group);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.written()).containsExactly(new Written(group, 3));
        assertThat(tenant.membersOf(group)).isEmpty();
        assertThat(tenant.add(group, List.of(user)).status()).isEqualTo(404);
        assertThat(tenant.group("Risk")).isNotEqualTo(group);
    }

    @Test
    void aLargeChangeIsSeveralEventsOfBoundedSize() {
        var users = tenant.knownUsers(2_100);

        var group = tenant.group("Many", users);

        assertThat(tenant.membersOf(group)).hasSize(2_100);
        assertThat(eventNames(group)).hasSize(4);
        assertThat(
                        tenant.eventsOf(group).stream()
                                .skip(1)
                                .map(event -> Json.of(event.split(" ", 2)[1].getBytes(UTF_8)))
                                .map(change -> change.path("added").size()))
                .containsExactly(1_000, 1_000, 100);
    }

    private List<String> eventNames(String group) {
        return tenant.eventsOf(group).stream().map(event -> event.split(" ", 2)[0]).toList();
    }

    private static List<String> memberIds(JsonNode group) {
        return group.path("members").valueStream().map(m -> m.path("value").asString()).toList();
    }
}
