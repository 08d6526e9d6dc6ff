package io.rollbook.audit.integrity.checkpoint;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What an operator watches of checkpoints. */
public final class CheckpointMetrics {

    private final Counter made;
    private final Counter failed;
    private final Counter forked;
    private final Counter shorter;
    private final Counter altered;

    public CheckpointMetrics(MeterRegistry registry) {
        this.made =
                Counter.builder("rollbook.audit.checkpoints")
                        .description("Checkpoints that were signed and copied")
                        .register(registry);
        this.failed =
                Counter.builder("rollbook.audit.checkpoints.failed")
                        .description("Rounds in which a checkpoint could not be made or copied")
                        .register(registry);
        this.forked =
                Counter.builder("rollbook.audit.checkpoints.forked")
                        .description("Checkpoints that are not those in the second place")
                        .register(registry);
        this.shorter = refused(registry, "shorter");
        this.altered = refused(registry, "altered");
    }

    private static Counter refused(MeterRegistry registry, String reason) {
        return Counter.builder("rollbook.audit.checkpoints.refused")
                .description("Logs that were not signed, because they do not continue what was")
                .tag("reason", reason)
                .register(registry);
    }

    void shorter() {
        shorter.increment();
    }

    void altered() {
        altered.increment();
    }

    void made() {
        made.increment();
    }

    void failed() {
        failed.increment();
    }

    void forked() {
        forked.increment();
    }
}
