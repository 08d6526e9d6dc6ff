package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

/** A tenant has other limits now; these are all of them after the change. */
public record TenantConfigured(String tenantId, long version, ConnectionLimits limits, Cause cause)
        implements TenantEvent {}
