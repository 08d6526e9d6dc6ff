package io.rollbook.link.turn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.scim.seam.Unavailable;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

class TurnsTest {

    private static final long NEVER = Duration.ofDays(1).toNanos();

    private final CountDownLatch end = new CountDownLatch(1);
    private final Queue<String> begun = new ConcurrentLinkedQueue<>();

    @Test
    void whoWaitsBeginsWhenItsTurnHasCome() {
        var turns = new Turns(new TurnOrder(1, NEVER), System::nanoTime);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            hold(threads, turns, "flood");
            threads.submit(() -> turns.inTurn("flood", () -> begun.add("flood")));
            threads.submit(() -> turns.inTurn("flood", () -> begun.add("flood")));
            Awaitility.await().until(() -> turns.waiting() == 2);
            threads.submit(() -> turns.inTurn("quiet", () -> begun.add("quiet")));
            Awaitility.await().until(() -> turns.waiting() == 3);
            assertThat(begun).hasSize(1);

            end.countDown();
        }

        assertThat(begun).containsExactlyElementsOf(List.of("flood", "quiet", "flood", "flood"));
        assertThat(turns.waiting()).isZero();
    }

    @Test
    void longWorkDoesNotStopTheRest() {
        var turns = new Turns(new TurnOrder(1, Duration.ofMillis(20).toNanos()), System::nanoTime);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            hold(threads, turns, "flood");

            assertThat(turns.inTurn("quiet", () -> end.getCount())).isOne();

            end.countDown();
        }
    }

    @Test
    void whoWaitsTooLongIsSentAwayWithoutAnythingDone() {
        var clock = new AtomicLong();
        var turns =
                new Turns(
                        new TurnOrder(1, NEVER),
                        () -> clock.getAndAdd(Duration.ofSeconds(11).toNanos()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            hold(threads, turns, "flood");

            assertThatThrownBy(() -> turns.inTurn("quiet", () -> begun.add("quiet")))
                    .isInstanceOf(Unavailable.class);

            assertThat(turns.waiting()).isZero();
            end.countDown();
        }
        assertThat(begun).containsExactly("flood");
    }

    @Test
    void placeOfWorkThatFailsIsFree() {
        var turns = new Turns(new TurnOrder(1, NEVER), System::nanoTime);
        assertThatThrownBy(
                        () ->
                                turns.inTurn(
                                        "a",
                                        () -> {
                                            throw new IllegalArgumentException("fails");
                                        }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(turns.inTurn("b", () -> "done")).isEqualTo("done");
    }

    /** Works until the end. */
    private void hold(ExecutorService threads, Turns turns, String tenant) {
        threads.submit(
                () ->
                        turns.inTurn(
                                tenant,
                                () -> {
                                    begun.add(tenant);
                                    return awaitEnd();
                                }));
        Awaitility.await().until(() -> begun.size() == 1);
    }

    private boolean awaitEnd() {
        try {
            end.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
