package io.rollbook.provisioning.register;

import io.rollbook.provisioning.limit.Limits;
import io.rollbook.provisioning.tenant.event.Retention;
import io.rollbook.provisioning.tenant.event.Standing;
import io.rollbook.scim.seam.Profile;

import java.time.Instant;

/** A tenant as the register knows it. */
public record TenantEntry(
        String id,
        String name,
        Profile profile,
        Standing standing,
        Retention retention,
        Instant created,
        Limits limits) {}
