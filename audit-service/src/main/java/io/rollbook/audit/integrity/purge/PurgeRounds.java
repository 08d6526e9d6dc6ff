package io.rollbook.audit.integrity.purge;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.integrity.checkpoint.CheckpointArchive;
import io.rollbook.audit.integrity.custody.Custody;
import io.rollbook.audit.integrity.key.SigningKeys;
import io.rollbook.audit.integrity.retention.StoreKeeping;
import io.rollbook.audit.rounds.Rounds;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Deletes what retention lets go. First it waits: at the start everything is under way. */
public final class PurgeRounds extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(PurgeRounds.class);
    private static final int TENANTS_AT_ONCE = 100;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Purging purging;
    private final PurgeMetrics metrics;

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
        super("audit-retention", First.AFTER_A_PAUSE, pause, STOP_TIMEOUT);
        var records = new PurgeRecords(database, archive, keys, custody);
        this.purging = new Purging(database, store, archive, records, metrics, clock);
        this.metrics = metrics;
    }

    /** Every tenant that has a rule, once. */
    @Override
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

    @Override
    protected void failed(RuntimeException reason) {
        metrics.failed();
        LOG.warn("Retention could not be looked after; trying again: {}", reason.toString());
    }
}
