package io.rollbook.provisioning.reaction;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Keeps a reaction going on a thread of its own: at the start, whenever it is woken, and every now
 * and then, for what another node noted before it was killed. Thread-safe.
 */
public final class ReactionWorker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReactionWorker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final BooleanSupplier work;
    private final WakeUp wakeUp;
    private final Duration pause;
    private volatile @Nullable Thread thread;

    /**
     * @param work returns whether there may be more to do at once
     * @param pause the longest time between two looks
     */
    public ReactionWorker(String name, BooleanSupplier work, WakeUp wakeUp, Duration pause) {
        this.name = name;
        this.work = work;
        this.wakeUp = wakeUp;
        this.pause = pause;
    }

    @Override
    public synchronized void start() {
        if (thread == null) {
            // Known before it runs: it works for as long as it is known.
            Thread worker = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
            thread = worker;
            worker.start();
        }
    }

    /** Lets the command under way end. */
    @Override
    public synchronized void stop() {
        Thread running = thread;
        thread = null;
        wakeUp.call();
        if (running != null) {
            try {
                running.join(PATIENCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (isRunning()) {
                if (!worked()) {
                    wakeUp.await(pause);
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("{} was interrupted and goes on at the next start", name);
        }
    }

    private boolean worked() {
        try {
            return work.getAsBoolean();
        } catch (RuntimeException e) {
            LOG.warn("{} could not be done and is tried again: {}", name, e.getClass().getName());
            return false;
        }
    }
}
