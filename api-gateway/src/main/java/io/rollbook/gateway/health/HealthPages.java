package io.rollbook.gateway.health;

import io.rollbook.gateway.caller.AdminSecret;
import io.rollbook.gateway.caller.BearerCredential;
import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.gateway.message.MediaTypes;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ScimResponse;

import tools.jackson.databind.json.JsonMapper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The pages below {@code /actuator/health}, in the form that load balancers and orchestrators know
 * from Spring Boot.
 */
public final class HealthPages {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final HealthProbe probe;
    private final AdminSecret operators;

    public HealthPages(HealthProbe probe, AdminSecret operators) {
        this.probe = probe;
        this.operators = operators;
    }

    /** 200 exactly when SCIM requests will succeed; only operators learn what is missing. */
    public ScimResponse readiness(Exchange exchange) {
        Map<String, String> missing = probe.missing();
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("status", missing.isEmpty() ? "UP" : "DOWN");
        Optional<Caller> operator =
                BearerCredential.in(exchange.authorization()).flatMap(operators::operatorWith);
        operator.ifPresent(exchange::establish);
        if (operator.isPresent()) {
            page.put("missing", missing);
        }
        return json(missing.isEmpty() ? 200 : 503, page);
    }

    public ScimResponse liveness() {
        return json(200, Map.of("status", "UP"));
    }

    private static ScimResponse json(int status, Map<String, Object> page) {
        return new ScimResponse(
                status,
                Map.of("Content-Type", MediaTypes.JSON),
                JSON.writeValueAsBytes(page),
                List.of());
    }
}
