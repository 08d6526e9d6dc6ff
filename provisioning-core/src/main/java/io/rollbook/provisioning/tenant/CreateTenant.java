package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.tenant.event.TenantCreated;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.seam.Profile;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Lets a company in. */
public record CreateTenant(AggregateId id, String name, Profile profile) implements TenantCommand {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    /** The name must be free as well, which the register knows. */
    @Override
    public Outcome<List<TenantEvent>> decide(Tenant tenant) {
        if (tenant instanceof Tenant.Present) {
            return Outcome.refused(ScimError.conflict("There is a tenant with this id already"));
        }
        if (!NAME.matcher(name).matches()) {
            return Outcome.refused(
                    ScimError.badRequest(
                            ScimType.INVALID_VALUE,
                            "name must be 1 to 63 of a-z, 0-9 and inner hyphens"));
        }
        return Outcome.accepted(
                List.of(new TenantCreated(id.id(), name, profile.name().toLowerCase(Locale.ROOT))));
    }
}
