package io.rollbook.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

class StartingTest {

    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void startsBesideItsCaller() {
        var goOn = new CountDownLatch(1);
        var starting = Starting.begin("part", () -> part(goOn));
        goOn.countDown();
        assertThat(starting.get()).isNotNull();
        assertThat(closed).hasValue(0);
    }

    @Test
    void tellsWhyItDidNotStart() {
        var starting = Starting.begin("part", StartingTest::fail);
        assertThatThrownBy(starting::get)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
    }

    @Test
    void closesWhatIsStillStarting() {
        var goOn = new CountDownLatch(1);
        var starting = Starting.begin("part", () -> part(goOn));
        var closing = Starting.begin("closing", () -> closed(starting));
        assertThat(closed).hasValue(0);
        goOn.countDown();
        closing.get();
        assertThat(closed).hasValue(1);
    }

    @Test
    void closesNothingWhenNothingWasStarted() {
        var starting = Starting.begin("part", StartingTest::fail);
        starting.close();
        assertThat(closed).hasValue(0);
    }

    private AutoCloseable part(CountDownLatch goOn) {
        try {
            goOn.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return closed::incrementAndGet;
    }

    private static AutoCloseable closed(Starting<?> starting) {
        starting.close();
        return () -> {};
    }

    private static AutoCloseable fail() {
        throw new IllegalStateException("no");
    }
}
