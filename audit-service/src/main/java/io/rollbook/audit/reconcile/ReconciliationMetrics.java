package io.rollbook.audit.reconcile;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.concurrent.atomic.AtomicLong;

/** What an operator watches of the reconciliation. */
public final class ReconciliationMetrics {

    private final Counter made;
    private final Counter failed;
    private final Counter found;
    private final AtomicLong open = new AtomicLong();

    public ReconciliationMetrics(MeterRegistry registry) {
        this.made =
                Counter.builder("rollbook.audit.reconciliation")
                        .description("Rounds in which store, topics and log were compared")
                        .register(registry);
        this.failed =
                Counter.builder("rollbook.audit.reconciliation.failed")
                        .description("Rounds that could not be finished")
                        .register(registry);
        this.found =
                Counter.builder("rollbook.audit.differences.found")
                        .description("Differences between store, topics and log")
                        .register(registry);
        Gauge.builder("rollbook.audit.differences", open, AtomicLong::get)
                .description("Differences between store, topics and log that are there now")
                .register(registry);
    }

    void made() {
        made.increment();
    }

    void failed() {
        failed.increment();
    }

    void found() {
        found.increment();
    }

    void open(long differences) {
        open.set(differences);
    }
}
