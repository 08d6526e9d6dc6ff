package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.running.Endpoint;
import io.rollbook.gateway.running.Gateway;
import io.rollbook.scim.seam.Written;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

class ReadYourWritesIT {

    private static final Written WRITTEN = new Written("42", 7);
    private static Gateway gateway;

    @BeforeAll
    static void start() {
        gateway =
                new Gateway(
                        "--rollbook.limits.concurrent-requests=1000",
                        "--rollbook.limits.connection.concurrent-requests=1000",
                        "--rollbook.limits.tenant.concurrent-requests=1000");
    }

    @AfterAll
    static void stop() {
        gateway.close();
    }

    @BeforeEach
    void reset() {
        gateway.services.reset();
        gateway.services.writes.answers(request -> Endpoint.json(200, "{}", WRITTEN));
    }

    @Test
    void answerIsHeldUntilReadsShowTheWrite() {
        CountDownLatch applied = new CountDownLatch(1);
        AtomicReference<String> asked = new AtomicReference<>("");
        gateway.services.visibleWhen(
                (tenant, written, atMost) -> {
                    asked.set(tenant + " " + written + " " + atMost);
                    return awaited(applied);
                });

        CompletableFuture<HttpResponse<String>> answer =
                CompletableFuture.supplyAsync(ReadYourWritesIT::patch);
        Awaitility.await().until(() -> !asked.get().isEmpty());
        assertThat(answer).isNotDone();
        applied.countDown();

        assertThat(answer.join().statusCode()).isEqualTo(200);
        assertThat(answer.join().headers().firstValue("Rollbook-Visibility")).isEmpty();
        assertThat(asked).hasValue("tenant-1 [" + WRITTEN + "] " + Duration.ofSeconds(2));
    }

    @Test
    void writeThatIsNotVisibleInTimeIsAnsweredAndSaysSo() {
        gateway.services.visibleWhen((tenant, written, atMost) -> false);
        double before = pending();

        HttpResponse<String> answer = patch();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Rollbook-Visibility")).contains("pending");
        assertThat(pending() - before).isEqualTo(1);
    }

    @Test
    void readSideThatIsAwayDoesNotTurnAWriteIntoAnError() {
        gateway.services.visibleWhen(
                (tenant, written, atMost) -> {
                    throw new IllegalStateException("away");
                });

        HttpResponse<String> answer = patch();

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Rollbook-Visibility")).contains("pending");
    }

    @Test
    void requestThatChangedNothingIsNotHeld() {
        gateway.services.writes.answers(request -> Endpoint.json(200, "{}"));
        gateway.services.visibleWhen(
                (tenant, written, atMost) -> {
                    throw new AssertionError("asked for nothing");
                });

        assertThat(patch().headers().firstValue("Rollbook-Visibility")).isEmpty();
    }

    @Test
    void manySlowRequestsAreHandledAtOnce() throws Exception {
        int clients = 400;
        CountDownLatch arrived = new CountDownLatch(clients);
        gateway.services.reads.answers(
                request -> {
                    arrived.countDown();
                    return Endpoint.json(awaited(arrived) ? 200 : 500, "{}");
                });

        List<CompletableFuture<Integer>> answers = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < clients; i++) {
                answers.add(
                        CompletableFuture.supplyAsync(
                                () -> gateway.send(gateway.scim("/scim/v2/Users")).statusCode(),
                                threads));
            }
        }

        assertThat(answers).allSatisfy(answer -> assertThat(answer.get()).isEqualTo(200));
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static double pending() {
        return gateway.meters.get("rollbook.gateway.visibility.pending").counter().count();
    }

    private static HttpResponse<String> patch() {
        return gateway.send(
                gateway.scim("/scim/v2/Users/42")
                        .header("Content-Type", "application/scim+json")
                        .method("PATCH", BodyPublishers.ofString("{}")));
    }
}
