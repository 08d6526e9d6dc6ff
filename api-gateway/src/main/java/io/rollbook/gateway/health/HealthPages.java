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

    private final HealthProbe needed;
    private final HealthProbe all;
    private final AdminSecret operators;

    /**
     * @param needed asks the parts that SCIM requests need
     * @param all asks every part
     */
    public HealthPages(HealthProbe needed, HealthProbe all, AdminSecret operators) {
        this.needed = needed;
        this.all = all;
        this.operators = operators;
    }

    /** 200 exactly when SCIM requests will succeed. */
    public ScimResponse readiness(Exchange exchange) {
        return page(exchange, needed.missing());
    }

    /** 200 when all parts are well. */
    public ScimResponse health(Exchange exchange) {
        return page(exchange, all.missing());
    }

    /** Only operators learn what is missing. */
    private ScimResponse page(Exchange exchange, Map<String, String> missing) {
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
