package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.running.Gateway;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.TokenText;
import io.rollbook.scim.seam.report.RefusalReport;
import io.rollbook.scim.seam.report.RefusedRequests;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Stream;

/** Who has no valid credential; all patience is spent after a few failures and never returns. */
class StrangersIT {

    private final Gateway gateway =
            new Gateway(
                    "--rollbook.limits.failures.burst=3",
                    "--rollbook.limits.failures.per-minute=1",
                    "--rollbook.limits.report-every=1s",
                    "--rollbook.gateway.token-unknown-for=0s",
                    "--rollbook.gateway.trusted-proxies=127.0.0.1");

    @AfterEach
    void stop() {
        gateway.close();
    }

    @Test
    void whoGuessesIsSlowedDownWithoutALookUp() {
        List<Integer> first = Stream.generate(this::guess).limit(3).toList();
        int lookUps = gateway.services.lookUps.get();

        HttpResponse<String> throttled = gateway.send(from("203.0.113.7", newToken()));

        assertThat(first).containsOnly(401);
        assertThat(throttled.statusCode()).isEqualTo(429);
        assertThat(throttled.headers().firstValue("Retry-After")).isPresent();
        assertThat(throttled.body()).doesNotContain("rbk_");
        assertThat(gateway.services.lookUps).hasValue(lookUps);
        assertThat(gateway.send(from("203.0.113.8", newToken())).statusCode()).isEqualTo(401);
    }

    @Test
    void ownerOfAValidTokenGoesOnAtTheSameSource() {
        String token = gateway.services.scimToken;
        assertThat(gateway.send(from("203.0.113.7", token)).statusCode()).isEqualTo(200);
        exhaust();

        assertThat(gateway.send(from("203.0.113.7", token)).statusCode()).isEqualTo(200);
    }

    /** As somebody sees who tries credentials, valid or not, after too many failures. */
    @Test
    void validAndInvalidLookTheSameToTheThrottled() {
        exhaust();

        HttpResponse<String> valid = gateway.send(from("203.0.113.7", gateway.services.auditToken));
        HttpResponse<String> invalid = gateway.send(from("203.0.113.7", newToken()));

        assertThat(valid.statusCode()).isEqualTo(429);
        assertThat(invalid.statusCode()).isEqualTo(429);
        assertThat(valid.headers().map().keySet()).isEqualTo(invalid.headers().map().keySet());
    }

    @Test
    void guessingTheOperatorsSecretIsNoEasier() {
        for (int i = 0; i < 3; i++) {
            gateway.send(at("/actuator/health/readiness", "203.0.113.7", "guess" + i));
        }

        assertThat(gateway.send(at("/admin/v1/tenants", "203.0.113.7", "guess")).statusCode())
                .isEqualTo(429);
        HttpResponse<String> health =
                gateway.send(at("/actuator/health/readiness", "203.0.113.7", Gateway.ADMIN_SECRET));
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).doesNotContain("missing");
    }

    @Test
    void failuresAreToldOncePerSourceAndInterval() {
        exhaust();
        gateway.send(from("203.0.113.7", newToken()));
        gateway.send(gateway.open("/scim/v2/Users").header("X-Forwarded-For", "2001:db8:1:2::9"));

        Awaitility.await()
                .untilAsserted(
                        () -> {
                            assertThat(of("203.0.113.7"))
                                    .extracting(RefusedRequests::requests)
                                    .satisfies(counts -> assertThat(sum(counts)).isEqualTo(4));
                            assertThat(of("2001:db8:1:2:0:0:0:0/64")).hasSize(1);
                        });
        assertThat(of("203.0.113.7").size()).isLessThanOrEqualTo(4);
        assertThat(of("203.0.113.7").getLast().reasons()).containsEntry("throttled", 1L);
        assertThat(gateway.services.refusalReports.requests())
                .noneMatch(report -> new String(report.body()).contains("rbk_"));
    }

    @Test
    void whatWasCountedIsToldAtTheEnd() {
        guess();
        gateway.stopServer();

        assertThat(sum(of("203.0.113.7").stream().map(RefusedRequests::requests).toList()))
                .isEqualTo(1);
    }

    private void exhaust() {
        for (int i = 0; i < 3; i++) {
            guess();
        }
    }

    private int guess() {
        return gateway.send(from("203.0.113.7", newToken())).statusCode();
    }

    private List<RefusedRequests> of(String source) {
        return gateway.services.refusalReports.requests().stream()
                .map(ScimRequest::body)
                .flatMap(body -> RefusalReport.of(body).refused().stream())
                .filter(refused -> source.equals(refused.source()))
                .toList();
    }

    private static long sum(List<? extends Long> counts) {
        return counts.stream().mapToLong(Long::longValue).sum();
    }

    private HttpRequest.Builder from(String source, String token) {
        return at("/scim/v2/Users", source, token);
    }

    private HttpRequest.Builder at(String path, String source, String credential) {
        return gateway.bearer(path, credential).header("X-Forwarded-For", "10.0.0.1, " + source);
    }

    private static String newToken() {
        return TokenText.generate(new SecureRandom());
    }
}
