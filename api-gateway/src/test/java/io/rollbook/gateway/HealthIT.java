package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.running.Gateway;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

class HealthIT {

    private static final String SENTENCE = "The database at db.internal is away.";
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
    void nothingElseOfTheActuatorIsThere() {
        assertThat(gateway.send(gateway.admin("/actuator")).statusCode()).isEqualTo(404);
        assertThat(gateway.send(gateway.admin("/actuator/env")).statusCode()).isEqualTo(404);
        assertThat(gateway.send(gateway.admin("/actuator/metrics")).statusCode()).isEqualTo(404);
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
