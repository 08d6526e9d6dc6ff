package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.running.Gateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

class HealthIT {

    private static final String SENTENCE = "The database at db.internal is away.";
    private static final String METRICS = "/actuator/prometheus";
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway = new Gateway("--rollbook.gateway.health-kept-for=0s");
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
    @ValueSource(
            strings = {
                "/actuator/health",
                "/actuator/health/readiness",
                "/actuator/health/liveness",
                "/actuator/health/readiness/"
            })
    void healthIsPublic(String path) {
        HttpResponse<String> answer = gateway.send(gateway.open(path));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void missingPartMakesItUnreadyAndOnlyOperatorsLearnWhich() {
        gateway.services.missing(SENTENCE);

        HttpResponse<String> anyone = gateway.send(gateway.scim("/actuator/health/readiness"));
        HttpResponse<String> operator = gateway.send(gateway.admin("/actuator/health/readiness"));
        HttpResponse<String> alive = gateway.send(gateway.open("/actuator/health/liveness"));

        assertThat(anyone.statusCode()).isEqualTo(503);
        assertThat(anyone.body()).isEqualTo("{\"status\":\"DOWN\"}");
        assertThat(operator.statusCode()).isEqualTo(503);
        assertThat(operator.body()).contains(SENTENCE).contains("coreReadiness");
        assertThat(alive.statusCode()).isEqualTo(200);
    }

    @Test
    void scimDoesNotWaitForTheLogButOperatorsLearnOfIt() {
        gateway.services.missingOfLog(SENTENCE);

        HttpResponse<String> ready = gateway.send(gateway.admin("/actuator/health/readiness"));
        HttpResponse<String> anyone = gateway.send(gateway.open("/actuator/health"));
        HttpResponse<String> operator = gateway.send(gateway.admin("/actuator/health"));

        assertThat(ready.statusCode()).isEqualTo(200);
        assertThat(anyone.statusCode()).isEqualTo(503);
        assertThat(anyone.body()).isEqualTo("{\"status\":\"DOWN\"}");
        assertThat(operator.body()).contains(SENTENCE).contains("auditReadiness");
    }

    @Test
    void nothingElseOfTheActuatorIsThere() {
        assertThat(gateway.send(gateway.admin("/actuator")).statusCode()).isEqualTo(404);
        assertThat(gateway.send(gateway.admin("/actuator/env")).statusCode()).isEqualTo(404);
        assertThat(gateway.send(gateway.admin("/actuator/metrics")).statusCode()).isEqualTo(404);
    }

    @Test
    void numbersAreForAdministratorsOfTheInstallation() {
        gateway.send(gateway.scim("/scim/v2/Users/mia.okoro"));

        HttpResponse<String> numbers = gateway.send(gateway.admin(METRICS));

        assertThat(numbers.statusCode()).isEqualTo(200);
        assertThat(numbers.headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/plain;version=0.0.4");
        assertThat(numbers.body())
                .contains("rollbook_gateway_requests_seconds_count{method=\"GET\"")
                .contains("rollbook_gateway_shed_total 0.0")
                .contains("jvm_memory_used_bytes{")
                .doesNotContain("mia", "tenant-1", "connection-1");
    }

    @Test
    void nobodyElseReadsNumbers() {
        assertThat(refusal(gateway.open(METRICS))).isEqualTo("401 application/problem+json");
        assertThat(refusal(gateway.scim(METRICS))).isEqualTo("401 application/problem+json");
        assertThat(refusal(gateway.bearer(METRICS, gateway.services.adminToken)))
                .as("an administrator of one tenant")
                .isEqualTo("403 application/problem+json");
        assertThat(refusal(gateway.admin(METRICS).POST(BodyPublishers.noBody())))
                .isEqualTo("405 application/problem+json");
    }

    private static String refusal(HttpRequest.Builder request) {
        HttpResponse<String> answer = gateway.send(request);
        return answer.statusCode() + " " + answer.headers().firstValue("Content-Type").orElse("");
    }

    @Test
    void healthIsForReadingOnly() {
        HttpResponse<String> answer =
                gateway.send(
                        gateway.open("/actuator/health/readiness").POST(BodyPublishers.noBody()));

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Allow")).contains("GET, HEAD, OPTIONS");
    }
}
