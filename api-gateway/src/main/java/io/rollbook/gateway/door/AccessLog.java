package io.rollbook.gateway.door;

import io.micrometer.core.instrument.MeterRegistry;
import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.gateway.path.Route;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ScimResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Set;

/**
 * One line and one measurement per request. Of what the client sent only known words are written:
 * neither path nor query, both can name people.
 */
public final class AccessLog {

    private static final Logger LOG = LoggerFactory.getLogger("io.rollbook.gateway.access");
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final boolean lines;
    private final MeterRegistry meters;

    public AccessLog(boolean lines, MeterRegistry meters) {
        this.lines = lines;
        this.meters = meters;
    }

    void write(Exchange exchange, Route route, ScimResponse response, Duration took) {
        String method = methodOf(exchange);
        String name = nameOf(route);
        String status = Integer.toString(response.status());
        meters.timer("rollbook.gateway.requests", "route", name, "method", method, "status", status)
                .record(took);
        if (lines) {
            LOG.info(
                    "{} {} {} {} bytes {} us request={} tenant={} connection={}",
                    method,
                    name,
                    status,
                    response.body().length,
                    took.toNanos() / 1000,
                    exchange.requestId(),
                    exchange.caller().map(Caller::tenantId).orElse("-"),
                    exchange.caller().map(Caller::connectionId).orElse("-"));
        }
    }

    static String methodOf(Exchange exchange) {
        return METHODS.contains(exchange.method()) ? exchange.method() : "OTHER";
    }

    /** What a route is called in lines, numbers and traces. */
    static String nameOf(Route route) {
        return switch (route) {
            case Route.Scim(var path) -> "scim" + collection(path);
            case Route.OtherScimVersion _ -> "scim-other-version";
            case Route.UnknownScim _ -> "scim-unknown";
            case Route.MalformedScim _ -> "scim-malformed";
            case Route.Audit _ -> "audit";
            case Route.Graph _ -> "audit-graph";
            case Route.OAuth(var page) ->
                    switch (page) {
                        case TOKEN -> "oauth-token";
                        case KEYS -> "oauth-keys";
                        case METADATA -> "oauth-metadata";
                    };
            case Route.ApiDocs _ -> "api-docs";
            case Route.Administration _ -> "admin";
            case Route.ProjectionsAdministration _ -> "admin-projections";
            case Route.AuditAdministration _ -> "admin-audit";
            case Route.Health(var of) ->
                    switch (of) {
                        case SCIM -> "readiness";
                        case ALL -> "health";
                    };
            case Route.Liveness _ -> "liveness";
            case Route.Metrics _ -> "metrics";
            case Route.Welcome _ -> "welcome";
            case Route.Nowhere _ -> "nowhere";
            case Route.Malformed _ -> "malformed";
        };
    }

    private static String collection(String path) {
        if (path.equals("/Users") || path.startsWith("/Users/")) {
            return "-users";
        }
        if (path.equals("/Bulk")) {
            return "-bulk";
        }
        return path.equals("/Groups") || path.startsWith("/Groups/") ? "-groups" : "";
    }
}
