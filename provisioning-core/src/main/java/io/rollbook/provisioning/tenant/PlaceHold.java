package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.tenant.event.HoldPlaced;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

import java.time.Instant;
import java.util.List;

/** Keeps the whole log of a tenant, at once, also of one that is going to be deleted. */
public record PlaceHold(AggregateId id, String holdId, String reason, Instant now)
        implements TenantCommand {

    private static final int LONGEST_REASON = 500;
    private static final int MOST_HOLDS = 100;

    @Override
    public Outcome<List<TenantEvent>> decide(Tenant tenant) {
        if (!isReason()) {
            return Outcome.refused(
                    ScimError.badRequest(
                            ScimType.INVALID_VALUE,
                            "reason must be one line of 1 to %d characters"
                                    .formatted(LONGEST_REASON)));
        }
        return tenant.present()
                .flatMap(
                        present ->
                                present.retention().holdsAt(now).size() < MOST_HOLDS
                                        ? Outcome.accepted(
                                                List.of(new HoldPlaced(id.id(), holdId, reason)))
                                        : Outcome.refused(
                                                ScimError.of(
                                                        409,
                                                        "The tenant is held %d times already"
                                                                .formatted(MOST_HOLDS))));
    }

    private boolean isReason() {
        return !reason.isBlank()
                && reason.length() <= LONGEST_REASON
                && reason.chars().noneMatch(Character::isISOControl);
    }
}
