package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.tenant.event.TenantDeletionScheduled;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.scim.error.Outcome;

import java.time.Instant;
import java.util.List;

/**
 * Begins to part with a company: it is locked out at once, and gone when the time is over.
 *
 * @param endsAt until when it can be restored
 */
public record DeleteTenant(AggregateId id, Instant endsAt) implements TenantCommand {

    @Override
    public Outcome<List<TenantEvent>> decide(Tenant tenant) {
        return tenant.present()
                .map(
                        present ->
                                present.standing().isLeaving()
                                        ? List.of()
                                        : List.of(new TenantDeletionScheduled(id.id(), endsAt)));
    }
}
