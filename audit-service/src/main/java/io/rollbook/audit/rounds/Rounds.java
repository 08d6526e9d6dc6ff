package io.rollbook.audit.rounds;

import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Does something in rounds with a pause in between, on a thread of its own. A round that fails ends
 * that round only; stopping waits for the one that is under way.
 */
public abstract class Rounds implements SmartLifecycle {

    /** When the first round is. */
    protected enum First {
        AT_ONCE,
        AFTER_A_PAUSE
    }

    private final String name;
    private final First first;
    private final Duration pause;
    private final Duration stopTimeout;

    private volatile @Nullable Thread thread;
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    /**
     * @param name of the thread
     * @param pause between two rounds
     * @param stopTimeout how long stopping waits for a round
     */
    protected Rounds(String name, First first, Duration pause, Duration stopTimeout) {
        this.name = name;
        this.first = first;
        this.pause = pause;
        this.stopTimeout = stopTimeout;
    }

    /** Does what is due now. */
    public abstract void round() throws InterruptedException;

    /** Says that a round has failed; there will be another. */
    protected abstract void failed(RuntimeException reason);

    /** Whether a round that takes long had better end. */
    protected final boolean isStopping() {
        return stopping.getCount() == 0;
    }

    private void rounds(CountDownLatch stop) {
        try {
            if (first == First.AFTER_A_PAUSE && ended(stop)) {
                return;
            }
            do {
                try {
                    round();
                } catch (RuntimeException e) {
                    failed(e);
                }
            } while (!ended(stop));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean ended(CountDownLatch stop) throws InterruptedException {
        return stop.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public final void start() {
        var stop = new CountDownLatch(1);
        stopping = stop;
        thread = Thread.ofPlatform().name(name).start(() -> rounds(stop));
    }

    @Override
    public final void stop() {
        stopping.countDown();
        var running = thread;
        if (running != null) {
            try {
                running.join(stopTimeout);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public final boolean isRunning() {
        return thread != null;
    }
}
