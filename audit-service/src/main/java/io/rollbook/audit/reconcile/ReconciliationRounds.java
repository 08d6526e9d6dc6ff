package io.rollbook.audit.reconcile;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Compares now and then, on a thread of its own. */
public final class ReconciliationRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationRounds.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Reconciliation reconciliation;
    private final ReconciliationMetrics metrics;
    private final Duration pause;

    private volatile @Nullable Thread thread;
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    public ReconciliationRounds(
            Reconciliation reconciliation, ReconciliationMetrics metrics, Duration pause) {
        this.reconciliation = reconciliation;
        this.metrics = metrics;
        this.pause = pause;
    }

    /** First it waits: at the start everything is under way. */
    private void rounds() {
        while (!awaitStop()) {
            try {
                reconciliation.round();
            } catch (RuntimeException e) {
                metrics.failed();
                LOG.warn("Store, topics and log could not be compared: {}", e.toString());
            }
        }
    }

    private boolean awaitStop() {
        try {
            return stopping.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void start() {
        stopping = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("audit-reconciliation").start(this::rounds);
    }

    @Override
    public void stop() {
        stopping.countDown();
        var running = thread;
        if (running != null) {
            try {
                running.join(STOP_TIMEOUT);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        thread = null;
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
