package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

/** A tenant is gone for good; its name is free. */
public record TenantDeleted(String tenantId, long version, Cause cause) implements TenantEvent {}
