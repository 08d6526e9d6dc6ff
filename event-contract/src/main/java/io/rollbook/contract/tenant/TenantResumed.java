package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

/** A suspended tenant is let in again. */
public record TenantResumed(String tenantId, long version, Cause cause) implements TenantEvent {}
