package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.tenant.event.Standing;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.provisioning.tenant.event.TenantRestored;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import java.time.Instant;
import java.util.List;

/** Keeps a company whose deletion has begun, as it was before. */
public record RestoreTenant(AggregateId id, Instant now) implements TenantCommand {

    @Override
    public Outcome<List<TenantEvent>> decide(Tenant tenant) {
        return tenant.present().flatMap(present -> events(present.standing()));
    }

    private Outcome<List<TenantEvent>> events(Standing standing) {
        if (standing.isOver(now)) {
            return Outcome.refused(
                    ScimError.of(409, "The time in which the tenant could be restored is over"));
        }
        return Outcome.accepted(
                standing.isLeaving() ? List.of(new TenantRestored(id.id())) : List.of());
    }
}
