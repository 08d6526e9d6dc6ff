package io.rollbook.gateway.path;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which door a path leads to, and that it is one of the {@link RouteList}. */
final class RouteTable {

    /** Below a door nothing is there; whoever may not enter it doesn't learn that. */
    private static final String NOTHING = "/";

    private static final String GRAPH_VERSION = "/v1.0";

    private static final Pattern VERSION = Pattern.compile("[vV]\\d+(?:\\.\\d+)*");

    private static final Pattern SCIM = Pattern.compile("^/+scim(?:/|$)");

    private RouteTable() {}

    static Route find(RequestPath path) {
        Route door = door(path);
        return switch (door) {
            case Route.Scim(var below) ->
                    isListed("/scim/v2", below) ? door : new Route.UnknownScim(below);
            case Route.Audit(var below) ->
                    isListed("/audit", below) ? door : new Route.Audit(NOTHING);
            case Route.Graph(var prefix, var below) ->
                    isListed(prefix.replace(GRAPH_VERSION, ""), below)
                            ? door
                            : new Route.Graph(prefix, NOTHING);
            case Route.Administration(var below) ->
                    isListed("/admin/v1", below) ? door : new Route.Administration(NOTHING);
            case Route.ProjectionsAdministration(var below) ->
                    isListed("/admin/v1/projections", below)
                            ? door
                            : new Route.ProjectionsAdministration(NOTHING);
            case Route.AuditAdministration(var below) ->
                    isListed("/admin/v1/audit", below)
                            ? door
                            : new Route.AuditAdministration(NOTHING);
            case Route.OAuth _,
                    Route.ApiDocs _,
                    Route.Health _,
                    Route.Liveness _,
                    Route.Metrics _,
                    Route.Welcome _,
                    Route.OtherScimVersion _,
                    Route.UnknownScim _,
                    Route.MalformedScim _,
                    Route.Nowhere _,
                    Route.Malformed _ ->
                    door;
        };
    }

    private static boolean isListed(String prefix, String below) {
        return RouteList.has(
                Stream.of((prefix + below).split("/"))
                        .filter(segment -> !segment.isEmpty())
                        .toList());
    }

    private static Route door(RequestPath path) {
        if (path.startsWith("scim")) {
            return scim(path);
        }
        if (path.startsWith("audit")) {
            return new Route.Audit(path.after(1));
        }
        if (path.startsWith("auditLogs")) {
            return new Route.Graph("/auditLogs", path.after(1));
        }
        if (path.startsWith("v1.0", "auditLogs")) {
            return new Route.Graph(GRAPH_VERSION + "/auditLogs", path.after(2));
        }
        if (path.startsWith("servicePrincipals")) {
            return new Route.Graph("", path.after(0));
        }
        if (path.startsWith("v1.0", "servicePrincipals")) {
            return new Route.Graph(GRAPH_VERSION, path.after(1));
        }
        if (path.startsWith("admin", "v1", "projections")) {
            return new Route.ProjectionsAdministration(path.after(3));
        }
        if (path.startsWith("admin", "v1", "audit")) {
            return new Route.AuditAdministration(path.after(3));
        }
        if (path.startsWith("admin", "v1")) {
            return new Route.Administration(path.after(2));
        }
        return switch (path.after(0)) {
            case "/" -> new Route.Welcome();
            case "/oauth2/token" -> new Route.OAuth(Route.OAuth.Page.TOKEN);
            case "/oauth2/jwks" -> new Route.OAuth(Route.OAuth.Page.KEYS);
            case "/.well-known/oauth-authorization-server" ->
                    new Route.OAuth(Route.OAuth.Page.METADATA);
            case "/v3/api-docs" -> new Route.ApiDocs();
            case "/actuator/health" -> new Route.Health(Route.Health.Of.ALL);
            case "/actuator/health/readiness" -> new Route.Health(Route.Health.Of.SCIM);
            case "/actuator/health/liveness" -> new Route.Liveness();
            case "/actuator/prometheus" -> new Route.Metrics();
            default -> new Route.Nowhere();
        };
    }

    /** Whoever tries to write below SCIM's prefix is to be found in the log. */
    static Route malformed(String rawPath) {
        return SCIM.matcher(rawPath).find() ? new Route.MalformedScim() : new Route.Malformed();
    }

    private static Route scim(RequestPath path) {
        if (path.segments().size() == 1) {
            return new Route.Scim("/");
        }
        String next = path.segments().get(1);
        if (next.equals("v2")) {
            return new Route.Scim(path.after(2));
        }
        return VERSION.matcher(next).matches()
                ? new Route.OtherScimVersion(next, path.after(2))
                : new Route.Scim(path.after(1));
    }
}
