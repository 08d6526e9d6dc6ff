package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

/** A schema of a tenant is gone; no resource had a value of it. */
public record SchemaRemoved(
        String tenantId, long version, String urn, String resourceType, Cause cause)
        implements TenantEvent {}
