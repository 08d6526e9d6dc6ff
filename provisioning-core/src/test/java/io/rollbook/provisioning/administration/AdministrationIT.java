package io.rollbook.provisioning.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.Requests;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.TokenText;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

@ExtendWith(SharedCore.class)
class AdministrationIT {

    private final Core core;
    private final Tenant tenant;

    AdministrationIT(Core core, Tenant tenant) {
        this.core = core;
        this.tenant = tenant;
    }

    @Test
    void aTenantIsMadeOnceAndListed() {
        var created = post("/tenants", "{\"name\":\"listed\",\"profile\":\"rfc\"}");
        var again = post("/tenants", "{\"name\":\"listed\"}");

        var body = Json.of(created.body());
        assertThat(created.status()).isEqualTo(201);
        assertThat(created.headers()).containsEntry("Content-Type", "application/json");
        assertThat(again.status()).isEqualTo(409);
        assertThat(again.headers()).containsEntry("Content-Type", "application/problem+json");
        var listed = Json.of(core.administer(ScimMethod.GET, "/tenants?count=1000", "").body());
        assertThat(listed.path("tenants").valueStream()).contains(body);
        assertThat(body.path("profile").asString()).isEqualTo("rfc");
    }

    @Test
    void aTokenWorksUntilItIsRevoked() {
        post("/tenants", "{\"name\":\"tokens\",\"profile\":\"rfc\"}");
        var issued = token("/tenants/tokens/tokens", "{\"connection\":\"Okta\"}");
        var hash = TokenText.hash(issued.path("token").asString());

        var caller = core.tokens().callerOf(hash).orElseThrow();
        var revoked =
                core.administer(
                        ScimMethod.DELETE, "/tokens/" + issued.path("tokenId").asString(), "");

        assertThat(caller.profile()).isEqualTo(Profile.RFC);
        assertThat(caller.roles()).containsExactly(Role.SCIM);
        assertThat(caller.tokenId()).isEqualTo(issued.path("tokenId").asString());
        assertThat(caller.connectionId()).isEqualTo(issued.path("connectionId").asString());
        assertThat(revoked.status()).isEqualTo(204);
        assertThat(core.tokens().callerOf(hash)).isEmpty();
        assertThat(
                        core.administer(
                                        ScimMethod.DELETE,
                                        "/tokens/" + issued.path("tokenId").asString(),
                                        "")
                                .status())
                .isEqualTo(404);
    }

    @Test
    void tokensOfOneConnectionShareItAndTheirTextIsNowhere() {
        var path = "/tenants/" + tenant.id() + "/tokens";

        var first = token(path, "{\"connection\":\"Entra\",\"role\":\"scim\"}");
        var second = token(path, "{\"connection\":\"Entra\",\"role\":\"audit.read\"}");

        assertThat(second.path("connectionId")).isEqualTo(first.path("connectionId"));
        assertThat(
                        core.tokens()
                                .callerOf(TokenText.hash(second.path("token").asString()))
                                .orElseThrow()
                                .roles())
                .containsExactly(Role.AUDIT_READ);
        assertThat(tenant.events())
                .contains("tenant.created", "connection.created", "token.issued");
        assertThat(tenant.eventsOf(first.path("connectionId").asString()).toString())
                .doesNotContain(first.path("token").asString());
    }

    @Test
    void whatMakesNoSenseIsRefused() {
        var tokens = "/tenants/" + tenant.id() + "/tokens";

        assertThat(post("/tenants", "{\"name\":\"No Spaces\"}").status()).isEqualTo(400);
        assertThat(post("/tenants", "{}").status()).isEqualTo(400);
        assertThat(post("/tenants", "{\"nmae\":\"typo\"}").status()).isEqualTo(400);
        assertThat(post("/tenants", "{\"name\":\"a\",\"profile\":\"b\"}").status()).isEqualTo(400);
        assertThat(post("/tenants/nobody/tokens", "").status()).isEqualTo(404);
        assertThat(post(tokens, "{\"role\":\"king\"}").status()).isEqualTo(400);
        assertThat(post(tokens, "{\"connection\":\"\"}").status()).isEqualTo(400);
        assertThat(post("/nothing", "").status()).isEqualTo(404);
        assertThat(core.tokens().callerOf("0".repeat(64))).isEmpty();
    }

    @Test
    void onlyAnAdministratorIsAnswered() {
        var endpoint = core.bean("administration", ScimEndpoint.class);

        var response =
                endpoint.handle(Requests.of(tenant.caller(), ScimMethod.GET, "/tenants", ""));

        assertThat(response.status()).isEqualTo(403);
    }

    private JsonNode token(String path, String body) {
        return Json.of(post(path, body).body());
    }

    private ScimResponse post(String path, String body) {
        return core.administer(ScimMethod.POST, path, body);
    }
}
