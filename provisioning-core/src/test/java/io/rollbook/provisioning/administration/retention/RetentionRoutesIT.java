package io.rollbook.provisioning.administration.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.scim.seam.ScimMethod;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import tools.jackson.databind.JsonNode;

import java.time.Duration;
import java.time.Instant;

@ExtendWith(SharedCore.class)
class RetentionRoutesIT {

    private final Core core;
    private final Tenant tenant;
    private final String path;

    RetentionRoutesIT(Core core, Tenant tenant) {
        this.core = core;
        this.tenant = tenant;
        this.path = "/tenants/" + tenant.id();
    }

    @Test
    void showsWhatIsInEffectAndWhatWillBe() {
        assertThat(ask(ScimMethod.GET, "/retention", "", 200).toString())
                .isEqualTo("{\"days\":null,\"pending\":null,\"holds\":[]}");

        var set = ask(ScimMethod.PUT, "/retention", "{\"days\":365}", 200);

        assertThat(set.path("days").isNull()).isTrue();
        assertThat(set.path("pending").path("days").asInt()).isEqualTo(365);
        assertThat(Instant.parse(set.path("pending").path("from").asString()))
                .isAfter(Instant.now().plus(Duration.ofDays(6)));
        assertThat(ask(ScimMethod.GET, "/retention", "", 200)).isEqualTo(set);

        ask(ScimMethod.PUT, "/retention", "{\"days\":365}", 200);
        var back = ask(ScimMethod.PUT, "/retention", "{\"days\":null}", 200);

        assertThat(back.path("pending").isNull()).isTrue();
        assertThat(tenant.count("tenant.retention-set")).isEqualTo(2);
    }

    @Test
    void refusesWhatIsNoPeriod() {
        for (var body :
                new String[] {
                    "",
                    "{}",
                    "[]",
                    "{\"days\":\"365\"}",
                    "{\"days\":29}",
                    "{\"days\":30.5}",
                    "{\"days\":99999999999}",
                    "{\"days\":365,\"dasy\":1}"
                }) {
            assertThat(core.administer(ScimMethod.PUT, path + "/retention", body).status())
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(tenant.count("tenant.retention-set")).isZero();
    }

    @Test
    void holdsArePlacedSeenAndLifted() {
        var placed = ask(ScimMethod.POST, "/holds", "{\"reason\":\" Dispute 2026/17 \"}", 201);
        var id = placed.path("id").asString();

        assertThat(placed.path("reason").asString()).isEqualTo("Dispute 2026/17");
        assertThat(ask(ScimMethod.GET, "/holds", "", 200).path("holds").get(0)).isEqualTo(placed);

        var lifted = ask(ScimMethod.DELETE, "/holds/" + id, "", 202);

        assertThat(Instant.parse(lifted.path("endsAt").asString()))
                .isAfter(Instant.now().plus(Duration.ofDays(6)));
        assertThat(ask(ScimMethod.GET, "/retention", "", 200).path("holds").get(0))
                .isEqualTo(lifted);
        ask(ScimMethod.DELETE, "/holds/" + id, "", 202);
        ask(ScimMethod.DELETE, "/holds/unknown", "", 404);
        ask(ScimMethod.POST, "/holds", "{}", 400);
        assertThat(tenant.count("tenant.hold-placed")).isEqualTo(1);
        assertThat(tenant.count("tenant.hold-lifted")).isEqualTo(1);
    }

    private JsonNode ask(ScimMethod method, String rest, String body, int status) {
        var response = core.administer(method, path + rest, body);
        assertThat(response.status()).isEqualTo(status);
        return Json.of(response.body());
    }
}
