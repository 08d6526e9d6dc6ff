package io.rollbook.audit.rounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

class RoundsTest {

    private static final Duration SHORT = Duration.ofMillis(1);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger ended = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final CountDownLatch mayEnd = new CountDownLatch(1);

    @Test
    void goesOnAfterARoundThatFails() {
        mayEnd.countDown();
        var rounds = new Counted(Rounds.First.AT_ONCE, SHORT);
        rounds.start();
        await().until(() -> ended.get() >= 3);
        rounds.stop();

        assertThat(failed).hasValue(1);
        assertThat(rounds.isRunning()).isFalse();
        assertThat(begun.get()).isEqualTo(ended.get() + failed.get());
    }

    @Test
    void stoppingWaitsForTheRoundUnderWay() {
        begun.incrementAndGet();
        var rounds = new Counted(Rounds.First.AT_ONCE, LONG);
        rounds.start();
        await().until(() -> begun.get() == 2);
        var stop = Thread.ofVirtual().start(rounds::stop);
        assertThat(stop.isAlive()).isTrue();
        assertThat(ended).hasValue(0);
        mayEnd.countDown();
        await().until(() -> !stop.isAlive());

        assertThat(ended).hasValue(1);
    }

    @Test
    void mayWaitBeforeTheFirst() {
        var rounds = new Counted(Rounds.First.AFTER_A_PAUSE, LONG);
        rounds.start();
        assertThat(rounds.isRunning()).isTrue();
        rounds.stop();

        assertThat(begun).hasValue(0);
    }

    /** Of which the first fails. */
    private final class Counted extends Rounds {

        private Counted(First first, Duration pause) {
            super("rounds-test", first, pause, LONG);
        }

        @Override
        public void round() throws InterruptedException {
            if (begun.incrementAndGet() == 1) {
                throw new IllegalStateException("the first");
            }
            mayEnd.await();
            ended.incrementAndGet();
        }

        @Override
        protected void failed(RuntimeException reason) {
            failed.incrementAndGet();
        }
    }
}
