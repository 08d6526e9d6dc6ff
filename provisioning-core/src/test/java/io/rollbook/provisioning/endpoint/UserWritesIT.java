package io.rollbook.provisioning.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.Requests;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.Written;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Map;

@ExtendWith(SharedCore.class)
class UserWritesIT {

    private final Tenant tenant;

    UserWritesIT(Tenant tenant) {
        this.tenant = tenant;
    }

    @Test
    @Tag("P3.3-1")
    void aNewUserIsShownWholeWithItsPlaceAndVersion() {
        var response =
                tenant.post("/Users", "{\"userName\":\"Mia@acme.test\",\"title\":\"Analyst\"}");

        var body = Json.of(response.body());
        var id = body.path("id").asString();
        assertThat(response.status()).isEqualTo(201);
        assertThat(response.headers())
                .containsEntry("Location", Requests.BASE + "/Users/" + id)
                .containsEntry("ETag", "W/\"1\"")
                .containsEntry("Content-Type", "application/scim+json");
        assertThat(response.written()).containsExactly(new Written(id, 1));
        assertThat(body.path("userName").asString()).isEqualTo("Mia@acme.test");
        assertThat(body.path("active").asBoolean()).isTrue();
        assertThat(body.path("meta").path("location").asString())
                .isEqualTo(Requests.BASE + "/Users/" + id);
        assertThat(tenant.eventsOf(id)).singleElement().asString().startsWith("user.created ");
    }

    @Test
    @Tag("P3.5.2-9")
    void aPatchIsAnsweredWithTheUser() {
        var id = tenant.user("patched");

        var response =
                tenant.patch(
                        "/Users/" + id,
                        "{\"op\":\"Replace\",\"path\":\"title\",\"value\":\"Head\"},"
                                + "{\"op\":\"Replace\",\"path\":\"active\",\"value\":\"False\"}");

        var body = Json.of(response.body());
        assertThat(response.status()).isEqualTo(200);
        assertThat(body.path("title").asString()).isEqualTo("Head");
        assertThat(body.path("active").asBoolean()).isFalse();
        assertThat(response.headers()).containsEntry("ETag", "W/\"3\"");
        assertThat(tenant.eventsOf(id))
                .extracting(event -> event.substring(0, event.indexOf(' ')))
                .containsExactly("user.created", "user.deactivated", "user.updated");
    }

    @Test
    @Tag("P3.5.2.1-1")
    @Tag("Trap-12")
    @Tag("P3.14-6")
    void whatChangesNothingLeavesTheVersionAndOneSkippedEntry() {
        var id = tenant.user("unchanged");
        var skipped = tenant.count("write.skipped");

        var response =
                tenant.patch(
                        "/Users/" + id,
                        "{\"op\":\"Replace\",\"path\":\"userName\",\"value\":\"unchanged\"}");

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.headers()).containsEntry("ETag", "W/\"1\"");
        assertThat(tenant.eventsOf(id)).hasSize(1);
        assertThat(tenant.count("write.skipped")).isEqualTo(skipped + 1);
    }

    @Test
    void aPutReplacesAllButWhetherTheUserIsActive() {
        var id =
                Tenant.idIn(
                        tenant.post(
                                "/Users",
                                "{\"userName\":\"put\",\"title\":\"Old\",\"active\":false}"));

        var response = tenant.put("/Users/" + id, "{\"userName\":\"put\",\"nickName\":\"New\"}");

        var body = Json.of(response.body());
        assertThat(response.status()).isEqualTo(200);
        assertThat(body.has("title")).isFalse();
        assertThat(body.path("nickName").asString()).isEqualTo("New");
        assertThat(body.path("active").asBoolean()).isFalse();
    }

    @Test
    @Tag("C3.1-1")
    @Tag("Trap-19")
    void aDeletedUserIsGoneForEverAndItsNameIsFree() {
        var id = tenant.user("leaver");

        var deleted = tenant.delete("/Users/" + id);

        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.headers()).containsEntry("Content-Type", "application/scim+json");
        assertThat(deleted.written()).containsExactly(new Written(id, 2));
        assertThat(tenant.delete("/Users/" + id).status()).isEqualTo(404);
        assertThat(tenant.put("/Users/" + id, "{\"userName\":\"leaver\"}").status()).isEqualTo(404);
        assertThat(tenant.user("leaver")).isNotEqualTo(id);
    }

    @Test
    void aUserNameIsTakenInEveryCase() {
        tenant.user("straße@acme.test");

        var response = tenant.post("/Users", "{\"userName\":\"STRASSE@ACME.test\"}");

        assertThat(response.status()).isEqualTo(409);
        assertThat(Json.of(response.body()).path("scimType").asString()).isEqualTo("uniqueness");
    }

    @Test
    void aRenamingFreesTheOldNameAndIsRefusedForATakenOne() {
        var id = tenant.user("before");
        tenant.user("occupied");

        var refused = rename(id, "Occupied");
        var renamed = rename(id, "after");

        assertThat(refused).isEqualTo(409);
        assertThat(renamed).isEqualTo(200);
        assertThat(tenant.user("before")).isNotEqualTo(id);
        assertThat(tenant.eventsOf(id)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "if-match, '\"1\"', 204",
        "if-match, *, 204",
        "if-match, 'W/\"1\", W/\"7\"', 204",
        "if-match, 'W/\"7\"', 412",
        "if-none-match, W/\"7\", 204",
        "if-none-match, W/\"1\", 412",
        "if-none-match, *, 412"
    })
    @Tag("P3.14-3")
    @Tag("P3.14-4")
    @Tag("P3.14-5")
    void aWriteAsksForTheVersionThatTheClientExpects(String header, String tags, int status) {
        var id = tenant.user("expected");
        var put = "{\"userName\":\"expected\"}";
        var headers = Map.of(header, tags);
        var events = tenant.events().size();

        assertThat(tenant.send(ScimMethod.PUT, "/Users/" + id, put, headers).status())
                .isEqualTo(status == 204 ? 200 : status);
        assertThat(tenant.send(ScimMethod.DELETE, "/Users/" + id, "", headers).status())
                .isEqualTo(status);
        assertThat(tenant.events()).hasSize(events + 2);
    }

    @Test
    void aCreationAsksForNoVersion() {
        var headers = Map.of("if-match", "\"7\"", "if-none-match", "*");

        var created = tenant.send(ScimMethod.POST, "/Users", "{\"userName\":\"new\"}", headers);

        assertThat(created.status()).isEqualTo(201);
    }

    @Test
    @Tag("P3.14-3")
    void aWriteOfAnotherVersionThanExpectedIsRefused() {
        var id = tenant.user("conditional");
        var path = "/Users/" + id;
        var patch = Tenant.patchOf("{\"op\":\"Replace\",\"path\":\"title\",\"value\":\"Head\"}");

        var stale = tenant.send(ScimMethod.PATCH, path, patch, Map.of("if-match", "W/\"7\""));
        var fresh =
                tenant.send(ScimMethod.PATCH, path, patch, Map.of("if-match", "W/\"7\", W/\"1\""));
        var staleDelete = tenant.send(ScimMethod.DELETE, path, "", Map.of("if-match", "W/\"1\""));

        assertThat(stale.status()).isEqualTo(412);
        assertThat(fresh.status()).isEqualTo(200);
        assertThat(staleDelete.status()).isEqualTo(412);
    }

    @Test
    void onlyTheAttributesAskedForAreShown() {
        var response =
                tenant.post(
                        "/Users?attributes=userName",
                        "{\"userName\":\"projected\",\"title\":\"Head\"}");

        var body = Json.of(response.body());
        assertThat(body.has("userName")).isTrue();
        assertThat(body.has("title")).isFalse();
    }

    @Test
    void theGroupsOfAUserAreShown() {
        var id = tenant.user("member");
        var inner = tenant.group("Inner", List.of(id));
        var outer = tenant.group("Outer", List.of(inner));

        var response =
                tenant.patch(
                        "/Users/" + id, "{\"op\":\"Add\",\"path\":\"title\",\"value\":\"Head\"}");

        assertThat(Json.of(response.body()).path("groups").valueStream())
                .extracting(
                        group -> group.path("value").asString(),
                        group -> group.path("display").asString(),
                        group -> group.path("type").asString())
                .containsExactlyInAnyOrder(
                        tuple(inner, "Inner", "direct"), tuple(outer, "Outer", "indirect"));
    }

    private int rename(String id, String userName) {
        return tenant.patch(
                        "/Users/" + id,
                        "{\"op\":\"Replace\",\"path\":\"userName\",\"value\":\"%s\"}"
                                .formatted(userName))
                .status();
    }
}
