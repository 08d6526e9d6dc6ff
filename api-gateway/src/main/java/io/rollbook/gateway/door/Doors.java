package io.rollbook.gateway.door;

import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.gateway.exchange.Replies;
import io.rollbook.gateway.health.HealthPages;
import io.rollbook.gateway.message.Refusals;
import io.rollbook.gateway.oauth.OAuthDoor;
import io.rollbook.gateway.path.Route;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimResponse;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Which door a route leads to.
 *
 * @param administrationEndpoint tenants and tokens
 * @param projectionsAdministrationEndpoint the read models' own
 * @param auditAdministrationEndpoint the log's own
 */
public record Doors(
        ScimDoor scim,
        AuditDoor audit,
        AdministrationDoor administration,
        OAuthDoor oauth,
        ScimEndpoint administrationEndpoint,
        ScimEndpoint projectionsAdministrationEndpoint,
        ScimEndpoint auditAdministrationEndpoint,
        HealthPages health,
        MetricsDoor metrics,
        ApiDocs apiDocs) {

    private static final ScimError MALFORMED = ScimError.of(400, "The path is not well-formed.");
    private static final ScimError NOTHING = ScimError.notFound("There is nothing at this path.");
    private static final String PAGES_ALLOW = "GET, HEAD, OPTIONS";

    ScimResponse answer(Exchange exchange, Route route) {
        return switch (route) {
            case Route.Scim(var path) -> scim.answer(exchange, path, Optional.empty());
            case Route.OtherScimVersion(var version, var path) ->
                    scim.answer(exchange, path, Optional.of(otherVersion(version)));
            case Route.UnknownScim(var path) -> scim.answer(exchange, path, Optional.of(NOTHING));
            case Route.MalformedScim _ -> scim.answer(exchange, "/", Optional.of(MALFORMED));
            case Route.Audit(var path) ->
                    audit.answer(exchange, AuditDoor.PREFIX, path, Refusals.SCIM);
            case Route.Graph(var prefix, var path) ->
                    audit.answer(exchange, prefix, path, Refusals.ODATA);
            case Route.OAuth(var page) -> oauth.answer(exchange, page);
            case Route.ApiDocs _ -> page(exchange, apiDocs::page);
            case Route.Administration(var path) ->
                    administration.answer(
                            exchange, AdministrationDoor.PREFIX, path, administrationEndpoint);
            case Route.ProjectionsAdministration(var path) ->
                    administration.answer(
                            exchange,
                            AdministrationDoor.PROJECTIONS_PREFIX,
                            path,
                            projectionsAdministrationEndpoint);
            case Route.AuditAdministration(var path) ->
                    administration.answer(
                            exchange,
                            AdministrationDoor.AUDIT_PREFIX,
                            path,
                            auditAdministrationEndpoint);
            case Route.Health(var of) ->
                    page(
                            exchange,
                            () ->
                                    switch (of) {
                                        case SCIM -> health.readiness(exchange);
                                        case ALL -> health.health(exchange);
                                    });
            case Route.Liveness _ -> page(exchange, health::liveness);
            case Route.Metrics _ -> metrics(exchange);
            case Route.Welcome _ -> page(exchange, () -> Replies.welcome(exchange.address()));
            case Route.Nowhere _ -> Refusals.SCIM.render(NOTHING);
            case Route.Malformed _ -> Refusals.SCIM.render(MALFORMED);
        };
    }

    private ScimResponse metrics(Exchange exchange) {
        return exchange.reads() || exchange.asksForOptions()
                ? page(exchange, () -> metrics.answer(exchange))
                : Refusals.PROBLEM.methodNotAllowed(PAGES_ALLOW);
    }

    private static ScimResponse page(Exchange exchange, Supplier<ScimResponse> page) {
        if (exchange.asksForOptions()) {
            return Replies.allowed(PAGES_ALLOW);
        }
        return exchange.reads() ? page.get() : Refusals.SCIM.methodNotAllowed(PAGES_ALLOW);
    }

    private static ScimError otherVersion(String version) {
        return ScimError.badRequest(
                ScimType.INVALID_VERS, "SCIM " + version + " is not spoken here; use /scim/v2.");
    }
}
