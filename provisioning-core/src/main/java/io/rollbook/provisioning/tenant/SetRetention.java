package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.tenant.event.Retention;
import io.rollbook.provisioning.tenant.event.RetentionSet;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Says how long a tenant's log is kept. Longer counts at once; shorter when the grace is over, in
 * which everybody can see it coming and take it back.
 *
 * @param days null for ever
 */
public record SetRetention(AggregateId id, @Nullable Integer days, Instant now, Duration grace)
        implements TenantCommand {

    /** As long as Entra keeps its own log. */
    static final int FEWEST_DAYS = 30;

    /** Ten years. */
    static final int MOST_DAYS = 3_650;

    @Override
    public Outcome<List<TenantEvent>> decide(Tenant tenant) {
        if (days != null && (days < FEWEST_DAYS || days > MOST_DAYS)) {
            return Outcome.refused(
                    ScimError.badRequest(
                            ScimType.INVALID_VALUE,
                            "days must be from %d to %d, or null for ever"
                                    .formatted(FEWEST_DAYS, MOST_DAYS)));
        }
        return tenant.present().map(present -> events(present.retention()));
    }

    private List<TenantEvent> events(Retention retention) {
        if (Objects.equals(days, retention.days())) {
            return List.of();
        }
        var inEffect = retention.daysAt(now);
        var effectiveAt = isShorterThan(inEffect) ? now.plus(grace) : now;
        return List.of(new RetentionSet(id.id(), days, inEffect, effectiveAt));
    }

    private boolean isShorterThan(@Nullable Integer inEffect) {
        return days != null && (inEffect == null || days < inEffect);
    }
}
