package io.rollbook.provisioning.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Json;
import io.rollbook.provisioning.testing.SharedCore;
import io.rollbook.provisioning.testing.Tenant;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.report.RefusalReport;
import io.rollbook.scim.seam.report.RefusedRequests;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

@ExtendWith(SharedCore.class)
class ReportEndpointIT {

    private static final Instant FROM = Instant.parse("2026-11-23T10:10:30Z");

    private final Core core;
    private final Tenant tenant;

    ReportEndpointIT(Core core, Tenant tenant) {
        this.core = core;
        this.tenant = tenant;
    }

    @Test
    void eachPartBecomesOneEventOfItsTenantHoweverOftenItIsSent() {
        var limited =
                new RefusedRequests(
                        UUID.randomUUID().toString(),
                        tenant.id(),
                        tenant.caller().connectionId(),
                        null,
                        1,
                        429,
                        40,
                        3,
                        Map.of("connection-rate", 40L),
                        FROM,
                        FROM.plusSeconds(60));
        var strangers =
                new RefusedRequests(
                        UUID.randomUUID().toString(),
                        RefusalReport.SERVER,
                        null,
                        "203.0.113.7",
                        1,
                        401,
                        7,
                        0,
                        Map.of("credential", 7L),
                        FROM,
                        FROM);

        assertThat(send(limited, strangers).status()).isEqualTo(204);
        assertThat(send(limited, strangers).status()).isEqualTo(204);

        var ofTenant = events(tenant.id(), limited.id());
        assertThat(ofTenant).hasSize(1);
        assertThat(ofTenant.getFirst().path("requests").asLong()).isEqualTo(40);
        assertThat(ofTenant.getFirst().path("connectionId").asString())
                .isEqualTo(tenant.caller().connectionId());
        var ofServer = events(RefusalReport.SERVER, strangers.id());
        assertThat(ofServer).hasSize(1);
        assertThat(ofServer.getFirst().path("source").asString()).isEqualTo("203.0.113.7");
        assertThat(events(tenant.id(), strangers.id())).isEmpty();
    }

    private ScimResponse send(RefusedRequests... refused) {
        return core.bean(RefusalReport.ENDPOINT, ScimEndpoint.class)
                .handle(
                        new ScimRequest(
                                ScimMethod.POST,
                                "/",
                                "",
                                Map.of(),
                                new RefusalReport(List.of(refused)).toBytes(),
                                new Caller("", Profile.RFC, "", "", Set.of()),
                                UUID.randomUUID().toString(),
                                FROM,
                                "",
                                null));
    }

    private List<JsonNode> events(String tenantId, String eventId) {
        return core.bean(Transactions.class)
                .inTenant(
                        tenantId,
                        () ->
                                core.bean(JdbcClient.class)
                                        .sql("select payload from event where event_id = ?")
                                        .param(eventId)
                                        .query((row, number) -> Json.of(row.getBytes(1)))
                                        .list());
    }
}
