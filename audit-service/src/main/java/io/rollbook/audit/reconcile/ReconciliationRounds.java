package io.rollbook.audit.reconcile;

import io.rollbook.audit.rounds.Rounds;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;

/** Compares now and then. First it waits: at the start everything is under way. */
public final class ReconciliationRounds extends Rounds {

    private static final Logger LOG = LoggerFactory.getLogger(ReconciliationRounds.class);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(10);

    private final Reconciliation reconciliation;
    private final ReconciliationMetrics metrics;

    public ReconciliationRounds(
            Reconciliation reconciliation, ReconciliationMetrics metrics, Duration pause) {
        super("audit-reconciliation", First.AFTER_A_PAUSE, pause, STOP_TIMEOUT);
        this.reconciliation = reconciliation;
        this.metrics = metrics;
    }

    @Override
    public void round() {
        reconciliation.round();
    }

    @Override
    protected void failed(RuntimeException reason) {
        metrics.failed();
        LOG.warn("Store, topics and log could not be compared: {}", reason.toString());
    }
}
