package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.provisioning.tenant.event.TenantSuspended;
import io.rollbook.scim.error.Outcome;

import java.util.List;

/** Locks a company out until it is resumed; its data stays. */
public record SuspendTenant(AggregateId id) implements TenantCommand {

    @Override
    public Outcome<List<TenantEvent>> decide(Tenant tenant) {
        return tenant.staying()
                .map(
                        present ->
                                present.standing().suspended()
                                        ? List.of()
                                        : List.of(new TenantSuspended(id.id())));
    }
}
