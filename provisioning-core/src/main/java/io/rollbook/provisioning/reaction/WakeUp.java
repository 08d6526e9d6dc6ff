package io.rollbook.provisioning.reaction;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes one who waits; what comes while it is awake is remembered once. Thread-safe. */
public final class WakeUp {

    private final Semaphore calls = new Semaphore(0);

    /** Returns at once. */
    public void call() {
        calls.release();
    }

    void await(Duration atMost) throws InterruptedException {
        if (calls.tryAcquire(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
            calls.drainPermits();
        }
    }
}
