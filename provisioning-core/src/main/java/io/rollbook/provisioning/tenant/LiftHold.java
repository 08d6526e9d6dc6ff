package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.tenant.event.HoldLifted;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Ends a hold, when the grace is over; whoever disagrees places another one until then. */
public record LiftHold(AggregateId id, String holdId, Instant now, Duration grace)
        implements TenantCommand {

    @Override
    public Outcome<List<TenantEvent>> decide(Tenant tenant) {
        return tenant.present()
                .flatMap(
                        present ->
                                present.retention()
                                        .holdAt(now, holdId)
                                        .map(
                                                hold ->
                                                        Outcome.accepted(
                                                                events(hold.endsAt() != null)))
                                        .orElseGet(
                                                () ->
                                                        Outcome.refused(
                                                                ScimError.notFound(
                                                                        "There is no such"
                                                                                + " hold"))));
    }

    private List<TenantEvent> events(boolean lifted) {
        return lifted ? List.of() : List.of(new HoldLifted(id.id(), holdId, now.plus(grace)));
    }
}
