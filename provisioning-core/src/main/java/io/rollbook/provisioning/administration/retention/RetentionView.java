package io.rollbook.provisioning.administration.retention;

import io.rollbook.provisioning.tenant.event.Hold;
import io.rollbook.provisioning.tenant.event.Retention;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * How long a tenant's log is kept, as operators see it.
 *
 * @param days in effect now; null for ever
 * @param pending what will be; null when nothing is going to change
 * @param holds those that stand
 */
record RetentionView(@Nullable Integer days, @Nullable Pending pending, List<Hold> holds) {

    /**
     * @param from when it takes effect
     */
    record Pending(@Nullable Integer days, Instant from) {}

    static RetentionView of(Retention retention, Instant now) {
        boolean pending = now.isBefore(retention.effectiveAt());
        return new RetentionView(
                retention.daysAt(now),
                pending ? new Pending(retention.days(), retention.effectiveAt()) : null,
                retention.holdsAt(now));
    }
}
