package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.tenant.event.Retention;
import io.rollbook.provisioning.tenant.event.TenantDeleted;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import java.time.Instant;
import java.util.List;

/** Parts with a company whose time is over. */
public record FinishDeletion(AggregateId id, Instant now) implements TenantCommand {

    @Override
    public Outcome<List<TenantEvent>> decide(Tenant tenant) {
        return tenant.present()
                .flatMap(
                        present ->
                                present.standing().isOver(now)
                                        ? unlessHeld(present.retention())
                                        : Outcome.refused(
                                                ScimError.of(409, "The tenant can be restored")));
    }

    private Outcome<List<TenantEvent>> unlessHeld(Retention retention) {
        return retention.holdsAt(now).isEmpty()
                ? Outcome.accepted(List.of(new TenantDeleted(id.id())))
                : Outcome.refused(ScimError.of(409, "A legal hold stands"));
    }
}
