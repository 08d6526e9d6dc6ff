package io.rollbook.gateway.exchange;

import io.rollbook.scim.seam.ScimResponse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Answers that the gateway gives itself. */
public final class Replies {

    private Replies() {}

    public static ScimResponse welcome(String address) {
        String page =
                """
                Rollbook, a SCIM 2.0 service provider.

                SCIM base URL (tenant URL):  %1$s/scim/v2
                Provisioning log:            %1$s/auditLogs/provisioning
                API description (OpenAPI):   %1$s/v3/api-docs
                Health:                      %1$s/actuator/health/readiness

                The first two need a bearer token: Authorization: Bearer rbk_…
                """
                        .formatted(address);
        return new ScimResponse(
                200,
                Map.of("Content-Type", "text/plain;charset=utf-8"),
                page.getBytes(StandardCharsets.UTF_8),
                List.of());
    }

    public static ScimResponse allowed(String methods) {
        return new ScimResponse(204, Map.of("Allow", methods), new byte[0], List.of());
    }
}
