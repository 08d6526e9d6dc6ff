package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.running.Endpoint;
import io.rollbook.gateway.running.Gateway;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;

class RoutingIT {

    private static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = new Gateway();
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.services.reset();
    }

    @ParameterizedTest
    @Tag("H-1")
    @Tag("E12-20")
    @CsvSource({
        "/scim/v2/Users/42, /Users/42",
        "/scim/Users/42, /Users/42",
        "/scim/v2/Users/42/, /Users/42",
        "/scim/v2//Users//42, /Users/42",
        "//scim//v2///Users/42//, /Users/42",
        "/scim/v2, /",
        "/scim/v2/, /",
        "/scim, /",
        "/scim/v2/Users/a%20b%C3%A9, /Users/a bé",
        "/scim/v2/Schemas/urn:ietf:params:scim:schemas:core:2.0:User,"
                + " /Schemas/urn:ietf:params:scim:schemas:core:2.0:User",
        "/scim/v2/%55sers, /Users",
    })
    void pathsReachTheEndpointInOneForm(String sent, String path) {
        assertThat(gateway.send(gateway.scim(sent)).statusCode()).isEqualTo(200);
        assertThat(gateway.services.reads.request().path()).isEqualTo(path);
    }

    @ParameterizedTest
    @Tag("H-9")
    @ValueSource(
            strings = {
                "/scim/v2/Users/%2e%2e/%2e%2e/admin",
                "/scim/v2/Users/%C3%28",
                "/scim/v2/Users/%00",
                "/scim/v2/Users/a%2Fb",
                "/scim/v2/Users/a%5Cb",
                "/scim/v2/Users/a%0Ab"
            })
    void pathsThatCouldBeReadInTwoWaysAreBad(String sent) {
        HttpResponse<String> answer = gateway.send(gateway.scim(sent));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/scim+json");
        assertThat(gateway.services.reads.requests()).isEmpty();
    }

    @ParameterizedTest
    @Tag("H-4")
    @ValueSource(strings = {"/scim/v2/Users/a%2Fb", "/scim/v2/Users/a%5Cb", "//scim/Users/a%0Ab"})
    void writesToPathsThatCannotBeReadAreRecorded(String sent) {
        HttpResponse<String> answer = gateway.send(gateway.scim(sent).DELETE());

        assertThat(answer.statusCode()).isEqualTo(400);
        ScimRequest request = gateway.services.writes.request();
        assertThat(request.path()).isEqualTo("/");
        assertThat(request.refusal()).isEqualTo(ScimError.of(400, "The path is not well-formed."));
    }

    @Test
    void aPathThatCannotBeReadTellsStrangersNothing() {
        assertThat(gateway.send(gateway.open("/scim/v2/Users/a%2Fb")).statusCode()).isEqualTo(401);
        assertThat(gateway.send(gateway.scim("/audit/a%2Fb")).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/audit",
                "/audit/provisioning",
                "/audit/entries/1/2/3",
                "/auditLogs",
                "/auditLogs/entries",
                "/auditLogs/provisioning/1/2",
                "/v1.0/auditLogs/integrity/keys"
            })
    void unlistedPathsBelowTheLogReachNothingOfIt(String sent) {
        gateway.send(gateway.bearer(sent, gateway.services.auditToken));
        assertThat(gateway.services.auditLog.request().path()).isEqualTo("/");

        assertThat(gateway.send(gateway.open(sent)).statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/admin/v1", "/admin/v1/actuator", "/admin/v1/tenants/1/2/3/4"})
    void unlistedPathsOfOperatorsReachNothing(String sent) {
        assertThat(gateway.send(gateway.admin(sent)).statusCode()).isEqualTo(404);
        assertThat(gateway.send(gateway.open(sent)).statusCode()).isEqualTo(401);

        assertThat(gateway.services.administration.requests()).isEmpty();
    }

    @Test
    void unlistedMethodsOfOperatorsReachNothing() {
        HttpResponse<String> answer =
                gateway.send(
                        gateway.admin("/admin/v1/tenants/contoso").PUT(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("DELETE, GET, HEAD, OPTIONS");
        assertThat(answer.body()).contains("\"title\":\"Method Not Allowed\"");
        assertThat(gateway.services.administration.requests()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/scim/v2/Users/1/2", "/scim/Printers", "/scim/v2/Bulk/1"})
    void unlistedPathsOfScimAreRefusedAndRecorded(String sent) {
        assertThat(gateway.send(gateway.scim(sent)).statusCode()).isEqualTo(404);
        assertThat(gateway.services.reads.requests()).isEmpty();

        gateway.send(gateway.scim(sent).DELETE());
        assertThat(gateway.services.writes.request().refusal())
                .isEqualTo(ScimError.notFound("There is nothing at this path."));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/other", "/scimx/v2/Users", "/admin", "/admin/v2/tenants", "/SCIM/v2"})
    void otherPathsLeadNowhere(String sent) {
        HttpResponse<String> answer = gateway.send(gateway.scim(sent));

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("\"status\":\"404\"");
    }

    @ParameterizedTest
    @Tag("P1.3-1")
    @Tag("T2.1-invalidVers")
    @ValueSource(strings = {"v1", "v3", "v2.0", "V2", "v99.1.0"})
    void otherScimVersionIsRefused(String version) {
        HttpResponse<String> answer = gateway.send(gateway.scim("/scim/" + version + "/Users"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("invalidVers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void writesGoToTheWriteSideWithAllThatMatters(String method) {
        gateway.send(
                gateway.scim("/scim/v2/Users/42?aadOptscim062020&x=%20")
                        .header("Content-Type", "application/scim+json; charset=utf-8")
                        .header("If-Match", "W/\"3\"")
                        .header("X-Other", "not passed on")
                        .method(method, BodyPublishers.ofString("{\"a\":1}")));

        ScimRequest request = gateway.services.writes.request();
        assertThat(request.method()).isEqualTo(ScimMethod.valueOf(method));
        assertThat(request.query()).isEqualTo("aadOptscim062020&x=%20");
        assertThat(request.headers())
                .containsEntry("if-match", "W/\"3\"")
                .containsEntry("content-type", "application/scim+json; charset=utf-8")
                .doesNotContainKey("x-other");
        assertThat(request.caller().tenantId()).isEqualTo("tenant-1");
        assertThat(request.baseUri()).isEqualTo("http://127.0.0.1:" + gateway.port() + "/scim/v2");
        assertThat(request.receivedAt()).isBeforeOrEqualTo(Instant.now());
        assertThat(request.refusal()).isNull();
        assertThat(new String(request.body()))
                .isEqualTo(method.equals("DELETE") ? "" : "{\"a\":1}");
        assertThat(gateway.services.reads.requests()).isEmpty();
    }

    @Test
    void searchByPostIsARead() {
        gateway.send(
                gateway.scim("/scim/v2/Users/.search")
                        .header("Content-Type", "application/scim+json")
                        .POST(BodyPublishers.ofString("{}")));

        assertThat(gateway.services.reads.request().method()).isEqualTo(ScimMethod.POST);
        assertThat(gateway.services.writes.requests()).isEmpty();
    }

    @Test
    @Tag("H-2")
    void headIsGetWithoutABody() {
        gateway.services.reads.answers(request -> Endpoint.json(200, "{\"id\":\"42\"}"));

        HttpResponse<String> answer =
                gateway.send(gateway.scim("/scim/v2/Users/42").method("HEAD", none()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValue("Content-Length")).contains("11");
        assertThat(gateway.services.reads.request().method()).isEqualTo(ScimMethod.GET);
    }

    @Test
    void optionsAndUnknownMethodsNameWhatIsAllowed() {
        HttpResponse<String> options =
                gateway.send(gateway.scim("/scim/v2/Users").method("OPTIONS", none()));
        HttpResponse<String> unknown =
                gateway.send(gateway.scim("/scim/v2/Users").method("PROPFIND", none()));
        HttpResponse<String> audit =
                gateway.send(
                        gateway.bearer("/audit/entries", gateway.services.auditToken).DELETE());

        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(options.headers().firstValue("Allow").orElse("")).contains("PATCH");
        assertThat(unknown.statusCode()).isEqualTo(405);
        assertThat(unknown.headers().firstValue("Allow").orElse("")).contains("PATCH");
        assertThat(audit.statusCode()).isEqualTo(405);
        assertThat(audit.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    }

    @Test
    void auditAndAdministrationHaveTheirOwnEndpoints() {
        gateway.send(gateway.bearer("/audit/entries?count=1", gateway.services.auditToken));
        gateway.send(gateway.admin("/admin/v1/tenants"));
        gateway.send(
                gateway.admin("/admin/v1/projections/rebuild")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")));

        assertThat(gateway.services.auditLog.request().path()).isEqualTo("/entries");
        assertThat(gateway.services.auditLog.request().query()).isEqualTo("count=1");
        assertThat(gateway.services.administration.request().path()).isEqualTo("/tenants");
        assertThat(gateway.services.administration.request().baseUri()).endsWith("/admin/v1");
        assertThat(gateway.services.projectionsAdministration.request().path())
                .isEqualTo("/rebuild");
        gateway.send(
                gateway.admin("/admin/v1/audit/rebuild")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString("{}")));
        assertThat(gateway.services.auditAdministration.request().path()).isEqualTo("/rebuild");
    }

    @Test
    void rootHelpsAHuman() {
        HttpResponse<String> answer = gateway.send(gateway.open("/"));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.body()).contains("http://127.0.0.1:" + gateway.port() + "/scim/v2");
    }

    @Test
    void tracesArePassedOnOnlyInTheirForm() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        gateway.send(gateway.scim("/scim/v2/Users").header("traceparent", trace));

        assertThat(gateway.services.reads.request().headers())
                .isEqualTo(Map.of("traceparent", trace));

        gateway.services.reset();
        gateway.send(gateway.scim("/scim/v2/Users").header("traceparent", "mia@contoso.example"));
        assertThat(gateway.services.reads.request().headers()).isEmpty();
    }

    private static HttpRequest.BodyPublisher none() {
        return BodyPublishers.noBody();
    }
}
