package io.rollbook.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.Refusal;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

class StartingTest {

    private final AtomicInteger closed = new AtomicInteger();

    @Test
    void whatStartsLaterDoesNotStartUntilItIsTold() {
        var started = new AtomicInteger();
        var starting =
                Starting.later(
                        "test",
                        () -> {
                            started.incrementAndGet();
                            return this::markClosed;
                        });

        assertThat(starting.within(Duration.ZERO)).isEmpty();
        assertThat(started).hasValue(0);

        starting.begin();
        starting.begin();
        starting.get();

        assertThat(started).hasValue(1);
        assertThat(starting.within(Duration.ZERO)).isPresent();
        starting.close();
        assertThat(closed).hasValue(1);
    }

    @Test
    void whatWasClosedBeforeItBeganNeverStarts() {
        var starting = Starting.later("test", () -> this::markClosed);

        starting.close();
        starting.begin();

        assertThatThrownBy(starting::get).isInstanceOf(Refusal.class);
        assertThat(starting.within(Duration.ofMinutes(1))).isEmpty();
        assertThat(closed).hasValue(0);
    }

    @Test
    void whatIsClosedInTheMiddleOfItsStartIsClosedAfterIt() {
        var goOn = new CompletableFuture<Void>();
        var starting =
                Starting.begin(
                        "test",
                        () -> {
                            goOn.join();
                            return this::markClosed;
                        });

        var closing = CompletableFuture.runAsync(starting::close);
        assertThat(closing).isNotDone();
        goOn.complete(null);

        await().until(closing::isDone);
        assertThat(closed).hasValue(1);
    }

    @Test
    void whatItsStartThrewIsThrown() {
        Starting<AutoCloseable> starting =
                Starting.begin(
                        "test",
                        () -> {
                            throw new Refusal("No disk.");
                        });

        assertThatThrownBy(starting::get).isInstanceOf(Refusal.class).hasMessage("No disk.");
        assertThat(starting.within(Duration.ofMinutes(1))).isEmpty();
        starting.close();
    }

    private void markClosed() {
        closed.incrementAndGet();
    }
}
