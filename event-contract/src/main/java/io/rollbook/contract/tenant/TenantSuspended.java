package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

/** A tenant was suspended: nobody of it gets in until it is resumed. */
public record TenantSuspended(String tenantId, long version, Cause cause) implements TenantEvent {}
