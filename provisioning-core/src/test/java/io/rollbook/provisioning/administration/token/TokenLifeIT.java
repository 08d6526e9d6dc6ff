package io.rollbook.provisioning.administration.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.Requests;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.TokenText;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.Set;

@ExtendWith(SharedCore.class)
class TokenLifeIT {

    private final Core core;
    private final Tenant tenant;
    private final String path;

    TokenLifeIT(Core core, Tenant tenant) {
        this.core = core;
        this.tenant = tenant;
        this.path = "/tenants/" + tenant.id();
    }

    @Test
    void aTokenIsListedWithAllButItsText() {
        post(path + "/connections", "{\"name\":\"Entra\"}");
        var issued =
                Json.of(post(path + "/connections/Entra/tokens", "{\"expiresInDays\":90}").body());
        var text = issued.path("token").asString();

        var unused = listed(path + "/connections/Entra/tokens").get(0);

        assertThat(unused.path("id")).isEqualTo(issued.path("tokenId"));
        assertThat(text)
                .startsWith(unused.path("prefix").asString())
                .endsWith(unused.path("lastFour").asString());
        assertThat(unused.toString()).doesNotContain(text);
        assertThat(unused.path("createdBy").asString()).isEqualTo("administrator");
        assertThat(Instant.parse(unused.path("created").asString()))
                .isBeforeOrEqualTo(Instant.now());
        assertThat(Instant.parse(unused.path("expires").asString())).isAfter(Instant.now());
        assertThat(unused.path("lastUsed").isNull()).isTrue();

        core.tokens().callerOf(TokenText.hash(text));
        core.bean(TokenUses.class).note();

        var used =
                listed(path + "/tokens").stream()
                        .filter(t -> t.path("id").equals(unused.path("id")));
        assertThat(used.map(t -> t.path("lastUsed").isString())).containsExactly(true);
    }

    @Test
    void severalTokensLiveSideBySideAndEachIsRevokedAlone() {
        var first = token("{\"connection\":\"Entra\"}");
        var second = token("{\"connection\":\"Entra\"}");

        revoke(path + "/tokens/" + first.path("tokenId").asString(), 204);

        assertThat(owner(first)).isNull();
        assertThat(owner(second)).isNotNull();
        assertThat(listed(path + "/connections/Entra/tokens")).hasSize(1);
        revoke(path + "/tokens/" + first.path("tokenId").asString(), 404);
    }

    @Test
    void anExpiredTokenIsNoToken() {
        var token = token("{\"expiresAt\":\"" + Instant.now().plusSeconds(3_600) + "\"}");
        assertThat(owner(token)).isNotNull();

        core.database()
                .inTenant(
                        tenant.id(),
                        () ->
                                core.database()
                                        .jdbc()
                                        .sql("update token_register set expires_at = now()")
                                        .update());

        assertThat(owner(token)).isNull();
    }

    @Test
    void aRemovedConnectionTakesItsTokensWithIt() {
        var token = token("{\"connection\":\"Okta\"}");

        var removed = core.administer(ScimMethod.DELETE, path + "/connections/Okta", "");

        assertThat(removed.status()).isEqualTo(204);
        assertThat(owner(token)).isNull();
        assertThat(core.administer(ScimMethod.GET, path + "/connections/Okta", "").status())
                .isEqualTo(404);
        assertThat(tenant.count("connection.removed")).isEqualTo(1);
        assertThat(token("{\"connection\":\"Okta\"}").path("connectionId"))
                .isNotEqualTo(token.path("connectionId"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"roles\":[\"scim\",\"audit.read\"]}",
                "{\"roles\":[\"admin\",\"audit.export\"]}",
                "{\"roles\":[\"admin\",\"scim\"]}",
                "{\"roles\":[]}",
                "{\"roles\":[null]}",
                "{\"role\":\"king\"}",
                "{\"role\":\"scim\",\"roles\":[\"scim\"]}",
                "{\"expiresInDays\":0}",
                "{\"expiresInDays\":4000}",
                "{\"expiresAt\":\"2020-01-01T00:00:00Z\"}",
                "{\"expiresAt\":\"tomorrow\"}",
                "{\"expiresAt\":\"2027-01-01T00:00:00Z\",\"expiresInDays\":3}"
            })
    void whatNobodyMayHaveIsRefusedAndLeavesNothing(String body) {
        var connections = listed(path + "/connections").size();

        assertThat(post(path + "/tokens", body.replace("{", "{\"connection\":\"New\",")).status())
                .isEqualTo(400);

        assertThat(listed(path + "/tokens")).hasSize(1);
        assertThat(listed(path + "/connections").size()).isLessThanOrEqualTo(connections + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /tenants/{own},                     200",
        "GET,    /tenants/{own}/connections,         200",
        "POST,   /tenants/{own}/tokens,              201",
        "GET,    /tenants/{own}/schemas,             200",
        "POST,   /tenants/{own}/suspend,             403",
        "DELETE, /tenants/{own},                     403",
        "GET,    /tenants,                           403",
        "POST,   /tenants,                           403",
        "POST,   /replays,                           403",
        "DELETE, /tokens/0198c59f-11d0-7e02-b6a4-9f, 403",
        "GET,    /tenants/{other},                   404",
        "POST,   /tenants/{other}/tokens,            404",
        "GET,    /tenants/nobody,                    404",
    })
    void anAdministratorOfOneTenantStaysThere(ScimMethod method, String to, int status) {
        var other =
                Json.of(post("/tenants", "{\"name\":\"%s-other\"}".formatted(tenant.id())).body());
        var place =
                to.replace("{own}", tenant.id()).replace("{other}", other.path("id").asString());

        assertThat(asOwn(method, place, "").status()).isEqualTo(status);
    }

    @Test
    void anAdministratorOfOneTenantMakesNoReadersAndNoAdministrators() {
        assertThat(asOwn(ScimMethod.POST, path + "/tokens", "{\"role\":\"audit.read\"}").status())
                .isEqualTo(403);
        assertThat(asOwn(ScimMethod.POST, path + "/tokens", "{\"role\":\"admin\"}").status())
                .isEqualTo(403);
    }

    private ScimResponse asOwn(ScimMethod method, String to, String body) {
        var caller = new Caller(tenant.id(), Profile.ENTRA, "c-1", "k-1", Set.of(Role.ADMIN));
        return core.bean("administration", ScimEndpoint.class)
                .handle(Requests.of(caller, method, to, body));
    }

    private @Nullable Caller owner(JsonNode token) {
        return core.tokens().callerOf(TokenText.hash(token.path("token").asString())).orElse(null);
    }

    private List<JsonNode> listed(String from) {
        var page = Json.of(core.administer(ScimMethod.GET, from, "").body());
        return page.iterator().next().valueStream().toList();
    }

    private JsonNode token(String body) {
        return Json.of(post(path + "/tokens", body).body());
    }

    private void revoke(String token, int status) {
        assertThat(core.administer(ScimMethod.DELETE, token, "").status()).isEqualTo(status);
    }

    private ScimResponse post(String to, String body) {
        return core.administer(ScimMethod.POST, to, body);
    }
}
