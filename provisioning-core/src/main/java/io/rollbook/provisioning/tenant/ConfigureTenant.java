package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.limit.LimitRules;
import io.rollbook.provisioning.limit.Limits;
import io.rollbook.provisioning.limit.LimitsChange;
import io.rollbook.provisioning.tenant.event.TenantConfigured;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;

import java.util.List;

/** Changes how much a company may ask for, all its connections together. */
public record ConfigureTenant(AggregateId id, LimitsChange change) implements TenantCommand {

    @Override
    public Outcome<List<TenantEvent>> decide(Tenant tenant) {
        return tenant.present().flatMap(present -> decide(present.limits()));
    }

    private Outcome<List<TenantEvent>> decide(Limits now) {
        Limits wanted = change.after(now);
        return LimitRules.problem(wanted)
                .<Outcome<List<TenantEvent>>>map(
                        problem ->
                                Outcome.refused(
                                        ScimError.badRequest(ScimType.INVALID_VALUE, problem)))
                .orElseGet(
                        () ->
                                Outcome.accepted(
                                        wanted.equals(now)
                                                ? List.of()
                                                : List.of(new TenantConfigured(id.id(), wanted))));
    }
}
