package io.rollbook.audit.integrity.purge;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** What an operator watches of retention. */
public final class PurgeMetrics {

    private final Counter recorded;
    private final Counter deleted;
    private final Counter failed;
    private final Counter refused;

    public PurgeMetrics(MeterRegistry registry) {
        this.recorded =
                Counter.builder("rollbook.audit.purges")
                        .description("Months of tenants whose purge was recorded")
                        .register(registry);
        this.deleted =
                Counter.builder("rollbook.audit.purged")
                        .description("Events and custody entries that were deleted")
                        .register(registry);
        this.failed =
                Counter.builder("rollbook.audit.purges.failed")
                        .description("Tenants whose purge could not be gone on with; tried again")
                        .register(registry);
        this.refused =
                Counter.builder("rollbook.audit.purges.refused")
                        .description("Months that were not purged, because they are not as signed")
                        .register(registry);
    }

    void recorded() {
        recorded.increment();
    }

    void deleted(int count) {
        deleted.increment(count);
    }

    void failed() {
        failed.increment();
    }

    void refused() {
        refused.increment();
    }
}
