package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.rollbook.gateway.running.Endpoint;
import io.rollbook.gateway.running.Gateway;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Limits as a client meets them; rates are so low that no machine earns a request meanwhile. */
class LimitsIT {

    private static final String ONE_PER_SECOND =
            "--rollbook.limits.connection.requests-per-second=1";

    private final CountDownLatch finish = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Gateway> running = new ArrayList<>();

    @AfterEach
    void stop() {
        finish.countDown();
        running.forEach(Gateway::close);
        threads.close();
    }

    @Test
    @Tag("E11-1")
    void tooManyRequestsAreToldWhenToComeBack() {
        Gateway gateway = gateway(ONE_PER_SECOND, "--rollbook.limits.connection.burst=1");

        HttpResponse<String> first = gateway.send(gateway.scim("/scim/v2/Users"));
        HttpResponse<String> refused = first;
        while (refused.statusCode() == 200) {
            refused = gateway.send(gateway.scim("/scim/v2/Users"));
        }

        assertThat(first.headers().firstValue("RateLimit-Policy"))
                .contains("\"connection\";q=1;w=1, \"tenant\";q=1000000;w=1");
        assertThat(first.headers().firstValue("RateLimit")).contains("\"connection\";r=0;t=1");
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(refused.headers().firstValue("RateLimit")).contains("\"connection\";r=0;t=1");
        assertThat(refused.headers().firstValue("Content-Type")).contains("application/scim+json");
        assertThat(refused.body()).contains("\"status\":\"429\"").contains("requests than it may");
        assertThat(
                        gateway.meters
                                .counter("rollbook.gateway.limited", "limit", "connection-rate")
                                .count())
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void refusedWriteReachesNobody() {
        Gateway gateway = gateway(ONE_PER_SECOND, "--rollbook.limits.connection.burst=1");
        int status = 0;
        int passed = 0;
        while (status != 429) {
            passed += status == 200 ? 1 : 0;
            status =
                    gateway.send(
                                    gateway.scim("/scim/v2/Users")
                                            .header("Content-Type", "application/scim+json")
                                            .POST(BodyPublishers.ofString("{}")))
                            .statusCode();
        }

        assertThat(gateway.services.writes.requests()).hasSize(passed);
    }

    @Test
    void logIsLimitedInItsOwnForm() {
        Gateway gateway = gateway(ONE_PER_SECOND, "--rollbook.limits.connection.burst=1");
        HttpResponse<String> answer;
        do {
            answer =
                    gateway.send(
                            gateway.bearer("/auditLogs/provisioning", gateway.services.auditToken));
        } while (answer.statusCode() == 200);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("\"code\":\"TooManyRequests\"");
    }

    @Test
    void requestsUnderWayAreLimited() {
        Gateway gateway = gateway("--rollbook.limits.connection.concurrent-requests=2");
        slowReads(gateway);
        List<CompletableFuture<Integer>> both = List.of(later(gateway), later(gateway));
        Awaitility.await().until(() -> gateway.services.reads.requests().size() == 2);

        HttpResponse<String> refused = gateway.send(gateway.scim("/scim/v2/Users"));
        finish.countDown();

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(both).extracting(CompletableFuture::join).containsOnly(200);
        assertThat(gateway.send(gateway.scim("/scim/v2/Users")).statusCode()).isEqualTo(200);
    }

    @Test
    void overloadIsShedBeforeAnythingIsDone() {
        Gateway gateway = gateway("--rollbook.limits.concurrent-requests=2");
        slowReads(gateway);
        List<CompletableFuture<Integer>> both = List.of(later(gateway), later(gateway));
        Awaitility.await().until(() -> gateway.services.reads.requests().size() == 2);
        int lookUps = gateway.services.lookUps.get();

        HttpResponse<String> shed = gateway.send(gateway.scim("/scim/v2/Users"));
        HttpResponse<String> health = gateway.send(gateway.open("/actuator/health/readiness"));
        finish.countDown();

        assertThat(shed.statusCode()).isEqualTo(503);
        assertThat(shed.headers().firstValue("Retry-After")).contains("5");
        assertThat(gateway.services.lookUps).hasValue(lookUps);
        assertThat(gateway.meters.counter("rollbook.gateway.shed").count()).isEqualTo(1);
        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(both).extracting(CompletableFuture::join).containsOnly(200);
        assertThat(gateway.send(gateway.scim("/scim/v2/Users")).statusCode()).isEqualTo(200);
    }

    @Test
    void refusalsThatComeTooFastAreHeldBackAndTakeNoPlaceMeanwhile() {
        Duration hold = Duration.ofSeconds(1);
        Gateway gateway =
                gateway(
                        "--rollbook.limits.connection.burst=1",
                        "--rollbook.limits.refusals.burst=1",
                        "--rollbook.limits.refusals.hold=" + hold.toMillis() + "ms");
        gateway.services.clockOfLimits.stop();
        gateway.send(gateway.scim("/scim/v2/Users"));
        gateway.send(gateway.scim("/scim/v2/Users"));

        long start = System.nanoTime();
        CompletableFuture<Integer> held = later(gateway);
        Counter limited =
                gateway.meters.counter("rollbook.gateway.limited", "limit", "connection-rate");
        Gauge running = gateway.meters.get("rollbook.gateway.running").gauge();
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .until(() -> limited.count() == 2 && running.value() == 0);

        assertThat(held).isNotDone();
        assertThat(held.join()).isEqualTo(429);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(hold);
    }

    private Gateway gateway(String... settings) {
        Gateway gateway = new Gateway(settings);
        running.add(gateway);
        return gateway;
    }

    private void slowReads(Gateway gateway) {
        gateway.services.reads.answers(
                request -> {
                    try {
                        finish.await();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    return Endpoint.json(200, "{}");
                });
    }

    private CompletableFuture<Integer> later(Gateway gateway) {
        return CompletableFuture.supplyAsync(
                () -> gateway.send(gateway.scim("/scim/v2/Users")).statusCode(), threads);
    }
}
