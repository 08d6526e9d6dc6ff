package io.rollbook.standalone.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import tools.jackson.databind.JsonNode;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.function.Supplier;

class AdministrationOverHttpIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final RunningRollbook rollbook = RunningRollbook.shared();
    private final ScimClient admin = rollbook.admin();
    private final RunningRollbook.Tenant tenant = rollbook.newTenant("entra");
    private final String path = "/tenants/" + tenant.name();

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aSuspendedTenantIsRefusedWithAReasonUntilItIsResumed() {
        tenant.scim().createUser("mia");

        admin.post(path + "/suspend", "{}").expect(200);

        until(403, () -> tenant.scim().get("/Users"));
        until(403, () -> tenant.audit().get("/entries"));
        var refused = tenant.scim().post("/Users", ScimClient.user("leo")).expect(403);
        assertThat(refused.text("/detail")).contains("suspended");

        admin.post(path + "/resume", "{}").expect(200);

        until(200, () -> tenant.scim().get("/Users"));
        until(200, () -> tenant.audit().get("/entries"));
        var entry = tenant.awaitEntry(refused);
        assertThat(entry.path("status").asString()).isEqualTo("failure");
        assertThat(tenant.scim().find("/Users", "userName eq \"leo\"").totalResults()).isZero();
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aDeletedTenantIsLockedOutAndComesBackWithAllItHad() {
        var user = tenant.scim().createUser("mia");

        var deleted = admin.delete(path).expect(202);

        assertThat(deleted.text("/status")).isEqualTo("deleting");
        assertThat(deleted.text("/deletionEndsAt")).isNotEmpty();
        until(403, () -> tenant.scim().get("/Users/" + user.id()));

        admin.post(path + "/restore", "{}").expect(200);

        until(200, () -> tenant.scim().get("/Users/" + user.id()));
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aConnectionsSettingsTakeEffectAndAreInTheLogWithWhoSetThem() {
        var id = tenant.scim().createUser("mia").id();
        tenant.scim()
                .patch("/Users/" + id, "{\"op\":\"replace\",\"path\":\"active\",\"value\":false}")
                .expect(200);
        tenant.scim().post("/Users", ScimClient.user("mia")).expect(409);

        var configured =
                admin.send(
                                "PATCH",
                                path + "/connections/default/settings",
                                "{\"reviveInactive\":true,\"profile\":\"rfc\"}")
                        .expect(200);

        until(201, () -> tenant.scim().post("/Users", ScimClient.user("mia")));
        assertThat(tenant.scim().get("/Users/" + id).expect(200).body().path("active").asBoolean())
                .isTrue();
        // Booleans as strings are for Entra alone.
        tenant.scim()
                .patch(
                        "/Users/" + id,
                        "{\"op\":\"replace\",\"path\":\"active\",\"value\":\"False\"}")
                .expectError(400, "invalidValue");
        JsonNode entry = tenant.awaitEntry(configured);
        assertThat(entry.path("actor").path("kind").asString()).isEqualTo("administrator");
        assertThat(entry.path("target").path("type").asString()).isEqualTo("Connection");
        assertThat(entry.path("changes").toString()).contains("reviveInactive");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void aTenantsLimitsTakeEffectAndAreInTheLogWithWhoSetThem() {
        var id = tenant.scim().createUser("mia").id();
        var title = "{\"op\":\"add\",\"path\":\"title\",\"value\":\"x\"}";
        var own = new ScimClient(rollbook.base() + "/admin/v1", tenant.token("admin"));

        var configured =
                admin.send("PATCH", path + "/settings", "{\"limits\":{\"patchOperations\":1}}")
                        .expect(200);

        until(413, () -> tenant.scim().patch("/Users/" + id, title + "," + title));
        tenant.scim().patch("/Users/" + id, title).expect(200);
        assertThat(
                        own.get(path + "/settings")
                                .expect(200)
                                .body()
                                .at("/limits/patchOperations")
                                .asInt())
                .isEqualTo(1);
        problem(own.put(path + "/settings", "{}"), 403);
        JsonNode entry = tenant.awaitEntry(configured);
        assertThat(entry.path("actor").path("kind").asString()).isEqualTo("administrator");
        assertThat(entry.path("changes").toString()).contains("\"patchOperations\":1");
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void anAdministratorOfOneTenantRotatesItsTokensAndSeesNoOther() {
        var own = new ScimClient(rollbook.base() + "/admin/v1", tenant.token("admin"));
        var other = rollbook.newTenant("entra");

        var issued =
                own.post(path + "/connections/default/tokens", "{\"expiresInDays\":30}")
                        .expect(201);

        var scim = new ScimClient(rollbook.scimBase(), issued.text("/token"));
        scim.get("/Users").expect(200);
        own.delete(path + "/tokens/" + issued.text("/tokenId")).expect(204);
        until(401, () -> scim.get("/Users"));
        problem(own.get("/tenants/" + other.name() + "/tokens"), 404);
        problem(own.get("/tenants"), 403);
        problem(own.post(path + "/tokens", "{\"role\":\"audit.read\"}"), 403);
        problem(own.post(path + "/clients", "{\"role\":\"audit.read\"}"), 403);
        problem(own.post("/projections/rebuild", ""), 403);
        problem(own.post("/replays", "{\"topic\":\"rollbook.replay.x\"}"), 403);
        tenant.audit().get("/entries").expect(200);
    }

    @Test
    @Execution(ExecutionMode.CONCURRENT)
    void everyRefusalIsAProblem() {
        problem(admin.post("/tenants", "{\"name\":\"No Spaces\"}"), 400);
        problem(admin.post("/tenants", "{\"name\":\"%s\"}".formatted(tenant.name())), 409);
        problem(admin.get("/tenants/nobody"), 404);
        problem(admin.get("/nothing"), 404);
        problem(admin.get("/tenants?count=0"), 400);
        problem(new ScimClient(rollbook.base() + "/admin/v1", "nobody").get("/tenants"), 401);
        problem(admin.post("/tenants", "{\"name\":"), 400);
        problem(admin.post("/tenants", "{\"name\":\"a\",\"name\":\"b\"}"), 400);
        problem(admin.post("/tenants", "[]"), 400);
        problem(admin.send("PATCH", path + "/settings", "{\"limits\":{\"burst\":\"x\"}}"), 400);
        problem(admin.post("/projections/nothing", "{}"), 404);
        problem(admin.send("BREW", "/tenants", ""), 405);
        problem(admin.get("/replays"), 405);
        problem(admin.get("/audit/rebuild"), 405);
        var put = admin.put("/tenants", "{}");
        problem(put, 405);
        assertThat(put.header("Allow")).isEqualTo("GET, HEAD, OPTIONS, POST");
        var text =
                HttpRequest.newBuilder(URI.create(rollbook.base() + "/admin/v1/tenants"))
                        .header("Authorization", "Bearer " + rollbook.adminSecret())
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{}"));
        problem(admin.send(text.build()), 415);
        problem(admin.send(text.setHeader("Content-Encoding", "gzip").build()), 415);
        problem(admin.post("/tenants", " ".repeat(1 << 20) + "{}"), 413);
    }

    private static void problem(Answer answer, int status) {
        answer.expect(status);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.body().path("status").asInt()).isEqualTo(status);
        assertThat(answer.text("/title")).isNotEmpty();
        assertThat(answer.text("/type")).isNotEmpty();
        assertThat(answer.text("/detail")).isNotEmpty();
    }

    /** What a gateway knows of a token is some seconds old. */
    private static void until(int status, Supplier<Answer> call) {
        await().atMost(PATIENCE).until(() -> call.get().status() == status);
    }
}
