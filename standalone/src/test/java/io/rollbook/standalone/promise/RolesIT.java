package io.rollbook.standalone.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.path.ListedRoute;
import io.rollbook.gateway.path.RouteList;
import io.rollbook.standalone.RunningRollbook;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Each route of SCIM and of the log, asked with each role that a tenant's token can have. */
class RolesIT {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final RunningRollbook ROLLBOOK = RunningRollbook.shared();
    private static final RunningRollbook.Tenant TENANT = ROLLBOOK.newTenant("entra");

    @AfterAll
    static void closes() {
        HTTP.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"audit.read", "audit.export"})
    void whoReadsTheLogProvisionsNothing(String role) throws Exception {
        assertForbidden(statuses(role, isScim()));
    }

    @Test
    void whoProvisionsSeesNothingOfTheLog() throws Exception {
        assertForbidden(statuses("scim", isLog()));
    }

    @Test
    void whoAdministersDoesNeither() throws Exception {
        assertForbidden(statuses("admin", isLog().or(isScim())));
    }

    @ParameterizedTest
    @CsvSource({"audit.read, false", "audit.export, true"})
    void readingAndExportingAreRolesOfTheirOwn(String role, boolean exports) throws Exception {
        var mayNot = statuses(role, isLog().and(route -> exports(route) != exports));
        var may = statuses(role, isLog().and(route -> exports(route) == exports));

        assertForbidden(mayNot);
        assertThat(may).isNotEmpty();
        // Nothing has the id that is asked for, and some want parameters; nobody is turned away.
        assertThat(may.values()).isSubsetOf(200, 400, 404);
    }

    private static void assertForbidden(Map<String, Integer> statuses) {
        assertThat(statuses).isNotEmpty();
        assertThat(statuses)
                .allSatisfy((route, status) -> assertThat(status).as(route).isEqualTo(403));
    }

    private static boolean exports(ListedRoute route) {
        return route.template().equals("/audit/export") || route.template().endsWith("/download");
    }

    private static Predicate<ListedRoute> isScim() {
        return route -> route.template().startsWith("/scim/");
    }

    private static Predicate<ListedRoute> isLog() {
        return route ->
                route.template().startsWith("/audit")
                        || route.template().startsWith("/servicePrincipals");
    }

    private static Map<String, Integer> statuses(String role, Predicate<ListedRoute> which)
            throws IOException, InterruptedException {
        var token = TENANT.token(role);
        List<ListedRoute> routes = RouteList.all().stream().filter(which).toList();
        var statuses = routes.stream().collect(Collectors.toMap(ListedRoute::toString, _ -> 0));
        for (var route : routes) {
            statuses.put(route.toString(), status(route, token));
        }
        return statuses;
    }

    private static int status(ListedRoute route, String token)
            throws IOException, InterruptedException {
        var id = UUID.randomUUID().toString();
        var path = route.template().replaceAll("\\{[^}]*}", id).replace("'", "%27");
        var body =
                route.method().equals("GET")
                        ? BodyPublishers.noBody()
                        : BodyPublishers.ofString("{}");
        var request =
                HttpRequest.newBuilder(URI.create(ROLLBOOK.base() + path))
                        .method(route.method(), body)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/scim+json")
                        .build();
        return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    }
}
