package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.tenant.event.TenantCreated;
import io.rollbook.provisioning.tenant.event.TenantEvent;
import io.rollbook.scim.seam.Profile;

import java.util.Locale;

/** A tenant as its events tell. */
public sealed interface Tenant {

    /** Not created yet. */
    record None() implements Tenant {}

    record Present(String id, String name, Profile profile) implements Tenant {}

    default Tenant after(TenantEvent event) {
        return switch (event) {
            case TenantCreated(var id, var name, var profile) ->
                    new Present(id, name, Profile.valueOf(profile.toUpperCase(Locale.ROOT)));
        };
    }
}
