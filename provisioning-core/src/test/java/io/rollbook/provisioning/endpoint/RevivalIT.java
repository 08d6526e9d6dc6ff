package io.rollbook.provisioning.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.Requests;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.CallerTerms;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedCore.class)
class RevivalIT {

    private final Core core;
    private final Tenant tenant;

    RevivalIT(Core core, Tenant tenant) {
        this.core = core;
        this.tenant = tenant;
    }

    @Test
    void aPostWithTheNameOfAnInactiveUserRevivesThatUser() {
        var id = inactive("mia@contoso.example");

        var revived = post("{\"userName\":\"Mia@contoso.example\",\"title\":\"CFO\"}");

        var body = Json.of(revived.body());
        assertThat(revived.status()).isEqualTo(201);
        assertThat(revived.headers().get("Location")).endsWith("/Users/" + id);
        assertThat(body.path("id").asString()).isEqualTo(id);
        assertThat(body.path("active").asBoolean()).isTrue();
        assertThat(body.path("title").asString()).isEqualTo("CFO");
        assertThat(tenant.eventsOf(id))
                .extracting(event -> event.split(" ", 2)[0])
                .containsExactly(
                        "user.created", "user.deactivated", "user.reactivated", "user.updated");
        assertThat(tenant.count("write.refused")).isZero();
    }

    @Test
    void anActiveUserIsInTheWayAsEver() {
        tenant.user("leo@contoso.example");

        assertThat(post("{\"userName\":\"leo@contoso.example\"}").status()).isEqualTo(409);
        assertThat(tenant.count("write.refused")).isEqualTo(1);
    }

    @Test
    void whoIsSentAsInactiveOrWithoutTheSwitchIsNotRevived() {
        inactive("ann@contoso.example");

        assertThat(post("{\"userName\":\"ann@contoso.example\",\"active\":false}").status())
                .isEqualTo(409);
        assertThat(tenant.post("/Users", "{\"userName\":\"ann@contoso.example\"}").status())
                .isEqualTo(409);
    }

    @Test
    void aNewUserIsCreatedAsEver() {
        var created = post("{\"userName\":\"new@contoso.example\"}");

        assertThat(created.status()).isEqualTo(201);
        assertThat(tenant.eventsOf(Tenant.idIn(created))).hasSize(1);
    }

    private String inactive(String userName) {
        var id = tenant.user(userName);
        tenant.patch("/Users/" + id, "{\"op\":\"Replace\",\"path\":\"active\",\"value\":false}");
        return id;
    }

    private ScimResponse post(String body) {
        var caller = tenant.caller();
        var reviving =
                new Caller(
                        caller.tenantId(),
                        caller.profile(),
                        caller.connectionId(),
                        caller.tokenId(),
                        caller.roles(),
                        CallerTerms.DEFAULT.reviving());
        return core.write(Requests.of(reviving, ScimMethod.POST, "/Users", body));
    }
}
