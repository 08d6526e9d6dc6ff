package io.rollbook.audit.integrity.purge;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.integrity.checkpoint.CheckpointArchive;
import io.rollbook.audit.integrity.custody.Custody;
import io.rollbook.audit.integrity.key.SigningKeys;
import io.rollbook.audit.integrity.retention.StoreKeeping;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Deletes what retention lets go, in rounds, on a thread of its own. */
public final class PurgeRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeRounds.class);
    private static final int TENANTS_AT_ONCE = 100;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Purging purging;
    private final PurgeMetrics metrics;
    private final Duration pause;

    private volatile @Nullable Thread thread;
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    /**
     * @param store asked before anything is deleted
     * @param pause between two rounds
     */
    public PurgeRounds(
            LogDatabase database,
            StoreKeeping store,
            CheckpointArchive archive,
            SigningKeys keys,
            Custody custody,
            PurgeMetrics metrics,
            InstantSource clock,
            Duration pause) {
        var records = new PurgeRecords(database, archive, keys, custody);
        this.purging = new Purging(database, store, archive, records, metrics, clock);
        this.metrics = metrics;
        this.pause = pause;
    }

    /** Every tenant that has a rule, once. */
    public void round() {
        var after = "";
        List<String> tenants;
        do {
            tenants = purging.tenants(after, TENANTS_AT_ONCE);
            for (var tenant : tenants) {
                if (isStopping()) {
                    return;
                }
                purge(tenant);
                after = tenant;
            }
        } while (tenants.size() == TENANTS_AT_ONCE);
    }

    /** What fails for one tenant does not stop the others. */
    private void purge(String tenant) {
        try {
            purging.purge(tenant);
        } catch (IOException | RuntimeException e) {
            metrics.failed();
            LOG.warn("What tenant {} need not keep could not be deleted: {}", tenant, e.toString());
        }
    }

    /** First it waits: at the start everything is under way. */
    private void rounds() {
        while (!awaitStop()) {
            try {
                round();
            } catch (RuntimeException e) {
                metrics.failed();
                LOG.warn("Retention could not be looked after; trying again: {}", e.toString());
            }
        }
    }

    private boolean isStopping() {
        return stopping.getCount() == 0;
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
        thread = Thread.ofPlatform().name("audit-retention").start(this::rounds);
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
