package io.rollbook.provisioning.register;

import io.rollbook.scim.seam.Profile;

/** A tenant as the register knows it. */
public record TenantEntry(String id, String name, Profile profile) {}
