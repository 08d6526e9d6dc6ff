package io.rollbook.audit.ingest;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** For what another thread does. */
final class Waiting {

    private Waiting() {}

    /**
     * Returns when it is done.
     *
     * @throws RuntimeException what it failed with
     */
    static void on(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the log is written", e);
        }
    }
}
