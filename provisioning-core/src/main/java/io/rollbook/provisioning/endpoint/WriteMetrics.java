package io.rollbook.provisioning.endpoint;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rollbook.scim.seam.ScimMethod;

import java.util.concurrent.TimeUnit;

/**
 * What writes came to and how long they took, without the wait for visibility. Labels are of a
 * small fixed set: no id, no name. Thread-safe.
 */
final class WriteMetrics {

    private static final String CHANGED = "changed";
    private static final String SKIPPED = "skipped";
    private static final String UNAVAILABLE = "unavailable";

    private final MeterRegistry registry;

    WriteMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void accepted(ScimMethod method, Target target, boolean changed, long startedNanos) {
        record(method, target, changed ? CHANGED : SKIPPED, startedNanos);
    }

    void refused(ScimMethod method, Target target, int status, long startedNanos) {
        record(method, target, Integer.toString(status), startedNanos);
    }

    void unavailable(ScimMethod method, Target target, long startedNanos) {
        record(method, target, UNAVAILABLE, startedNanos);
    }

    private void record(ScimMethod method, Target target, String outcome, long startedNanos) {
        Timer.builder("rollbook.writes")
                .description("writes by what they came to")
                .tag("type", typeOf(target))
                .tag("method", method.name())
                .tag("outcome", outcome)
                .register(registry)
                .record(System.nanoTime() - startedNanos, TimeUnit.NANOSECONDS);
    }

    private static String typeOf(Target target) {
        return switch (target) {
            case Target.All(var type) -> type.name();
            case Target.One(var type, var id) -> type.name();
            case Target.Bulk _ -> "Bulk";
            case Target.Search _, Target.Discovery _, Target.Me _, Target.Nothing _ -> "none";
        };
    }
}
