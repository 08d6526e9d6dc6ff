package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.Timer;
import io.rollbook.gateway.running.Endpoint;
import io.rollbook.gateway.running.Gateway;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.Unavailable;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;

class AnswersIT {

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

    @Test
    void answerOfTheEndpointReachesTheClient() {
        gateway.services.reads.answers(
                request ->
                        new ScimResponse(
                                200,
                                Map.of("ETag", "W/\"3\"", "Location", "https://h/Users/1"),
                                "{\"id\":\"é\"}".getBytes(),
                                List.of()));

        HttpResponse<String> answer = gateway.send(gateway.scim("/scim/v2/Users/1"));

        assertThat(answer.body()).isEqualTo("{\"id\":\"é\"}");
        assertThat(answer.headers().firstValue("ETag")).contains("W/\"3\"");
        assertThat(answer.headers().firstValue("Location")).contains("https://h/Users/1");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/scim+json");
    }

    @Test
    @Tag("E4-2")
    @Tag("P3.8-1")
    void emptyAnswerHasTheMediaTypeToo() {
        gateway.services.writes.answers(
                request -> new ScimResponse(204, Map.of(), new byte[0], List.of()));

        HttpResponse<String> answer = gateway.send(gateway.scim("/scim/v2/Users/1").DELETE());

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/scim+json");
    }

    @Test
    void notModifiedHasNoMediaTypeAndNoBody() {
        gateway.services.reads.answers(
                request ->
                        new ScimResponse(304, Map.of("ETag", "W/\"1\""), new byte[0], List.of()));

        HttpResponse<String> answer =
                gateway.send(gateway.scim("/scim/v2/Users/1").header("If-None-Match", "W/\"1\""));

        assertThat(answer.statusCode()).isEqualTo(304);
        assertThat(answer.headers().firstValue("Content-Type")).isEmpty();
        assertThat(gateway.services.reads.request().header("if-none-match")).contains("W/\"1\"");
    }

    @Test
    void everyAnswerCarriesItsOwnRequestIdAndProtection() {
        gateway.send(gateway.scim("/scim/v2/Users"));
        HttpResponse<String> answer =
                gateway.send(gateway.scim("/scim/v2/Users").header("X-Request-Id", "mine"));

        String requestId = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertThat(UUID.fromString(requestId).version()).isEqualTo(7);
        assertThat(gateway.services.reads.requests())
                .extracting(request -> request.requestId())
                .doesNotHaveDuplicates()
                .contains(requestId);
        assertThat(answer.headers().map())
                .containsEntry("cache-control", List.of("no-store"))
                .containsEntry("x-content-type-options", List.of("nosniff"))
                .containsEntry("x-frame-options", List.of("DENY"))
                .containsEntry("referrer-policy", List.of("no-referrer"))
                .containsKey("content-security-policy")
                .doesNotContainKeys("strict-transport-security", "server", "set-cookie");
    }

    @Test
    void unavailablePartIsSaidWithATimeToTryAgain() {
        gateway.services.writes.answers(
                request -> {
                    throw new Unavailable("jdbc:postgresql://db", new IllegalStateException());
                });

        HttpResponse<String> answer = post("/scim/v2/Users");

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("5");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/scim+json");
        assertThat(answer.body()).contains("\"status\":\"503\"").doesNotContain("postgresql");
    }

    @Test
    @Tag("P3.12-2")
    void faultTellsNothingButTheRequestId() {
        gateway.services.writes.answers(
                request -> {
                    throw new IllegalStateException("the secret of mia@contoso.example");
                });

        HttpResponse<String> answer = post("/scim/v2/Users");

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("X-Request-Id")).isPresent();
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/scim+json");
        assertThat(answer.body())
                .contains("\"status\":\"500\"")
                .doesNotContain("mia")
                .doesNotContain("Exception");
    }

    @Test
    void faultOfTheAdministrationIsAProblemDocument() {
        gateway.services.administration.answers(
                request -> {
                    throw new IllegalStateException("inner detail");
                });

        HttpResponse<String> answer = gateway.send(gateway.admin("/admin/v1/tenants"));

        assertThat(answer.statusCode()).isEqualTo(500);
        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/problem+json");
        assertThat(answer.body()).contains("\"status\":500").doesNotContain("inner detail");
    }

    @Test
    void requestsAreCountedByRouteAndStatus() {
        gateway.services.reads.answers(request -> Endpoint.json(404, "{}"));

        gateway.send(gateway.scim("/scim/v2/Groups/1?filter=x"));

        // Counted when the answer is out.
        await().untilAsserted(
                        () ->
                                assertThat(
                                                gateway.meters
                                                        .find("rollbook.gateway.requests")
                                                        .tags("route", "scim-groups")
                                                        .tags("method", "GET", "status", "404")
                                                        .timer())
                                        .isNotNull()
                                        .extracting(Timer::count)
                                        .isEqualTo(1L));
    }

    private static HttpResponse<String> post(String path) {
        return gateway.send(
                gateway.scim(path)
                        .header("Content-Type", "application/scim+json")
                        .POST(BodyPublishers.ofString("{}")));
    }
}
