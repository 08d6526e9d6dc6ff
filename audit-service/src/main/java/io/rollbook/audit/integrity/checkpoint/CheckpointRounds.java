package io.rollbook.audit.integrity.checkpoint;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.rounds.Rounds;
import io.rollbook.verify.sign.VerifyingKey;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Makes the checkpoints that are due, in rounds, on a thread of its own. Several instances may do
 * so at once: the database lets one at a time sign for a tenant.
 */
public final class CheckpointRounds extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointRounds.class);
    private static final int TENANTS_AT_ONCE = 100;
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Checkpoints checkpoints;
    private final Archiving archiving;
    private final CheckpointMetrics metrics;

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
        super("audit-checkpoints", First.AT_ONCE, pause, STOP_TIMEOUT);
        this.checkpoints = checkpoints;
        this.archiving = new Archiving(database, archive, key, metrics);
        this.metrics = metrics;
    }

    /** Makes all that are due now. */
    @Override
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

    @Override
    protected void failed(RuntimeException reason) {
        metrics.failed();
        LOG.warn("Checkpoints could not be made; trying again: {}", reason.toString());
    }
}
