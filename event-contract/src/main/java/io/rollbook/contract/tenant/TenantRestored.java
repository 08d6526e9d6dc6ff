package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

/** A tenant that was going to be deleted stays. */
public record TenantRestored(String tenantId, long version, Cause cause) implements TenantEvent {}
