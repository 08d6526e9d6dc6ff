package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.provisioning.tenant.event.TenantResumed;
import io.rollbook.scim.error.Outcome;

import java.util.List;

/** Lets a suspended company in again. */
public record ResumeTenant(AggregateId id) implements TenantCommand {

    @Override
    public Outcome<List<TenantEvent>> decide(Tenant tenant) {
        return tenant.staying()
                .map(
                        present ->
                                present.standing().suspended()
                                        ? List.of(new TenantResumed(id.id()))
                                        : List.of());
    }
}
