package io.rollbook.standalone.run;

import io.rollbook.standalone.Refusal;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A part that starts in a thread of its own, beside others. Thread-safe. */
final class Starting<T extends AutoCloseable> implements AutoCloseable {

    private final String name;
    private final Supplier<T> start;
    private final AtomicBoolean begun = new AtomicBoolean();
    private final CompletableFuture<T> part = new CompletableFuture<>();

    private Starting(String name, Supplier<T> start) {
        this.name = name;
        this.start = start;
    }

    static <T extends AutoCloseable> Starting<T> begin(String name, Supplier<T> start) {
        var starting = later(name, start);
        starting.begin();
        return starting;
    }

    /** A part that starts once it is told to {@link #begin()}. */
    static <T extends AutoCloseable> Starting<T> later(String name, Supplier<T> start) {
        return new Starting<>(name, start);
    }

    /** Nothing happens when it has begun already, or was closed. */
    void begin() {
        if (begun.compareAndSet(false, true)) {
            Thread.ofPlatform().name("start-" + name).start(this::run);
        }
    }

    private void run() {
        try {
            part.complete(start.get());
        } catch (Throwable e) {
            part.completeExceptionally(e);
        }
    }

    /** Waits for it, until it has begun too; throws what its start threw. */
    T get() {
        try {
            return part.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Waits for it.
     *
     * @return empty when it did not start, or not within that time
     */
    Optional<T> within(Duration atMost) {
        return part.copy()
                .completeOnTimeout(null, atMost.toNanos(), TimeUnit.NANOSECONDS)
                .handle((started, failure) -> Optional.ofNullable(started))
                .join();
    }

    /** Waits for the end of the start, and closes what was started. */
    @Override
    public void close() {
        if (begun.compareAndSet(false, true)) {
            part.completeExceptionally(new Refusal("Stopped while starting."));
        }
        var started = part.exceptionally(failure -> null).join();
        if (started == null) {
            return;
        }
        try {
            started.close();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Not closed in order", e);
        }
    }
}
