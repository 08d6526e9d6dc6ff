package io.rollbook.audit.integrity.checkpoint;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.verify.sign.VerifyingKey;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Makes the checkpoints that are due, in rounds, on a thread of its own. Several instances may do
 * so at once: the database lets one at a time sign for a tenant.
 */
public final class CheckpointRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointRounds.class);
    private static final int TENANTS_AT_ONCE = 100;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Checkpoints checkpoints;
    private final Archiving archiving;
    private final CheckpointMetrics metrics;
    private final Duration pause;

    private volatile @Nullable Thread thread;
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    /**
     * @param pause between two rounds: how much of a log may be unsigned
     */
    public CheckpointRounds(
            LogDatabase database,
            Checkpoints checkpoints,
            CheckpointArchive archive,
            VerifyingKey key,
            CheckpointMetrics metrics,
            Duration pause) {
        this.checkpoints = checkpoints;
        this.archiving = new Archiving(database, archive, key, metrics);
        this.metrics = metrics;
        this.pause = pause;
    }

    /** Makes all that are due now. */
    public void round() {
        List<String> tenants;
        do {
            tenants = checkpoints.waiting(TENANTS_AT_ONCE);
            for (var tenant : tenants) {
                if (!make(tenant)) {
                    return;
                }
            }
        } while (tenants.size() == TENANTS_AT_ONCE);
    }

    private boolean make(String tenant) {
        try {
            var signed = checkpoints.make(tenant);
            if (signed.isPresent()) {
                archiving.keep(signed.get());
                metrics.made();
            }
            return true;
        } catch (IOException e) {
            checkpoints.again(tenant);
            metrics.failed();
            LOG.warn("The second place for checkpoints does not take any: {}", e.toString());
            return false;
        }
    }

    private void rounds() {
        do {
            try {
                round();
            } catch (RuntimeException e) {
                metrics.failed();
                LOG.warn("Checkpoints could not be made; trying again: {}", e.toString());
            }
        } while (!awaitStop());
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
        thread = Thread.ofPlatform().name("audit-checkpoints").start(this::rounds);
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
