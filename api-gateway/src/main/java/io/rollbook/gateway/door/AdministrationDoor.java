package io.rollbook.gateway.door;

import io.rollbook.gateway.caller.Administrators;
import io.rollbook.gateway.caller.BearerCredential;
import io.rollbook.gateway.exchange.BodyLimits;
import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.gateway.exchange.Replies;
import io.rollbook.gateway.exchange.RequestIntake;
import io.rollbook.gateway.message.BodyLimit;
import io.rollbook.gateway.message.Refusals;
import io.rollbook.gateway.path.RouteList;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import java.util.Optional;
import java.util.SortedSet;

/** The door of the administrators. */
public final class AdministrationDoor {

    static final String PREFIX = "/admin/v1";
    static final String PROJECTIONS_PREFIX = PREFIX + "/projections";
    static final String AUDIT_PREFIX = PREFIX + "/audit";
    static final ScimError FOR_ALL =
            ScimError.of(403, "Only an administrator of the installation may do this.");

    private final Administrators administrators;
    private final Turnstile turnstile;
    private final RequestIntake intake;
    private final BodyLimits limits;
    private final SettledSchemas schemas;

    public AdministrationDoor(
            Administrators administrators,
            Turnstile turnstile,
            RequestIntake intake,
            BodyLimits limits,
            SettledSchemas schemas) {
        this.administrators = administrators;
        this.turnstile = turnstile;
        this.intake = intake;
        this.limits = limits;
        this.schemas = schemas;
    }

    ScimResponse answer(Exchange exchange, String prefix, String path, ScimEndpoint endpoint) {
        Optional<Outcome<Caller>> known =
                BearerCredential.in(exchange.authorization()).flatMap(administrators::with);
        if (known.isEmpty()) {
            return Refusals.PROBLEM.unauthorized();
        }
        return switch (known.get()) {
            case Outcome.Accepted<Caller>(var operator) ->
                    answer(exchange, prefix, path, endpoint, operator);
            case Outcome.Refused<Caller>(var error) -> Refusals.PROBLEM.render(error);
        };
    }

    private ScimResponse answer(
            Exchange exchange, String prefix, String path, ScimEndpoint endpoint, Caller operator) {
        exchange.establish(operator);
        Optional<ScimResponse> tooMany =
                operator.tenantId().isEmpty()
                        ? Optional.empty()
                        : turnstile.refusal(exchange, operator, Refusals.PROBLEM);
        if (tooMany.isPresent()) {
            return tooMany.get();
        }
        // What belongs to one tenant is known to the core alone.
        if (!operator.tenantId().isEmpty() && !prefix.equals(PREFIX)) {
            return Refusals.PROBLEM.render(FOR_ALL);
        }
        SortedSet<String> methods = RouteList.methodsAt(prefix + path);
        String allowed = String.join(", ", methods);
        if (methods.isEmpty()) {
            return Refusals.PROBLEM.render(ScimError.notFound("There is nothing at this path."));
        }
        if (exchange.asksForOptions()) {
            return Replies.allowed(allowed);
        }
        Optional<ScimMethod> method = exchange.scimMethod();
        if (method.isEmpty() || !methods.contains(method.get().name())) {
            return Refusals.PROBLEM.methodNotAllowed(allowed);
        }
        ScimRequest request =
                intake.take(
                        exchange,
                        method.get(),
                        path,
                        prefix,
                        operator,
                        BodyLimit.of(limits.general()),
                        Optional.empty());
        return request.refusal() == null
                ? schemas.hold(exchange, operator, endpoint.handle(request))
                : Refusals.PROBLEM.render(request.refusal());
    }
}
