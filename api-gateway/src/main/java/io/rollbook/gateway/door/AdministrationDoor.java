package io.rollbook.gateway.door;

import io.rollbook.gateway.caller.AdminSecret;
import io.rollbook.gateway.caller.BearerCredential;
import io.rollbook.gateway.exchange.BodyLimits;
import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.gateway.exchange.Replies;
import io.rollbook.gateway.exchange.RequestIntake;
import io.rollbook.gateway.message.BodyLimit;
import io.rollbook.gateway.message.Refusals;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import java.util.Optional;

/** The door of the operators, who hold the admin secret. */
public final class AdministrationDoor {

    static final String PREFIX = "/admin/v1";
    static final String PROJECTIONS_PREFIX = PREFIX + "/projections";
    static final String AUDIT_PREFIX = PREFIX + "/audit";
    private static final String ALLOW = "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS";

    private final AdminSecret secret;
    private final RequestIntake intake;
    private final BodyLimits limits;
    private final SettledSchemas schemas;

    public AdministrationDoor(
            AdminSecret secret, RequestIntake intake, BodyLimits limits, SettledSchemas schemas) {
        this.secret = secret;
        this.intake = intake;
        this.limits = limits;
        this.schemas = schemas;
    }

    ScimResponse answer(Exchange exchange, String prefix, String path, ScimEndpoint endpoint) {
        Optional<Caller> operator =
                BearerCredential.in(exchange.authorization()).flatMap(secret::operatorWith);
        if (operator.isEmpty()) {
            return Refusals.PROBLEM.unauthorized();
        }
        exchange.establish(operator.get());
        if (exchange.asksForOptions()) {
            return Replies.allowed(ALLOW);
        }
        Optional<ScimMethod> method = exchange.scimMethod();
        if (method.isEmpty()) {
            return Refusals.PROBLEM.methodNotAllowed(ALLOW);
        }
        ScimRequest request =
                intake.take(
                        exchange,
                        method.get(),
                        path,
                        prefix,
                        operator.get(),
                        BodyLimit.of(limits.general()),
                        Optional.empty());
        return request.refusal() == null
                ? schemas.hold(exchange, operator.get(), endpoint.handle(request))
                : Refusals.PROBLEM.render(request.refusal());
    }
}
