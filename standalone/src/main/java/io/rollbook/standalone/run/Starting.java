package io.rollbook.standalone.run;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** A part that starts in a thread of its own, beside others. Thread-safe. */
final class Starting<T extends AutoCloseable> implements AutoCloseable {

    private final CompletableFuture<T> part;

    private Starting(CompletableFuture<T> part) {
        this.part = part;
    }

    static <T extends AutoCloseable> Starting<T> begin(String name, Supplier<T> part) {
        var thread = Thread.ofPlatform().name("start-" + name);
        return new Starting<>(CompletableFuture.supplyAsync(part, thread::start));
    }

    /** Waits for it; throws what its start threw. */
    T get() {
        try {
            return part.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Waits for the end of the start, and closes what was started. */
    @Override
    public void close() {
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
