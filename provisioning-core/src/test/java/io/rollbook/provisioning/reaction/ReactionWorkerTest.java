package io.rollbook.provisioning.reaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

class ReactionWorkerTest {

    private static final Duration FOR_EVER = Duration.ofDays(1);

    private final AtomicInteger looks = new AtomicInteger();
    private final WakeUp wakeUp = new WakeUp();

    @RepeatedTest(50)
    void worksAtTheStartAndWhenItIsWoken() {
        var worker = new ReactionWorker("test", this::nothingToDo, wakeUp, FOR_EVER);
        worker.start();
        await().untilAtomic(looks, is(1));

        wakeUp.call();

        await().untilAtomic(looks, is(2));
        worker.stop();
        assertThat(worker.isRunning()).isFalse();
    }

    @Test
    void goesOnAtOnceWhileThereIsMore() {
        var worker =
                new ReactionWorker("test", () -> looks.incrementAndGet() < 5, wakeUp, FOR_EVER);
        worker.start();

        await().untilAtomic(looks, is(5));
        worker.stop();
    }

    @Test
    void triesAgainAfterAFailure() {
        var worker = new ReactionWorker("test", this::failsOnce, wakeUp, Duration.ofMillis(1));
        worker.start();

        await().untilAtomic(looks, greaterThan(1));
        worker.stop();
    }

    /** Looks often: the rounds are many, and each is over in no time. */
    private static ConditionFactory await() {
        return Awaitility.await().pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(1));
    }

    private boolean nothingToDo() {
        looks.incrementAndGet();
        return false;
    }

    private boolean failsOnce() {
        if (looks.incrementAndGet() == 1) {
            throw new IllegalStateException("first");
        }
        return false;
    }
}
