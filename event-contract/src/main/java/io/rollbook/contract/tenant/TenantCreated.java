package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

/**
 * A tenant came into being.
 *
 * @param profile {@code entra} or {@code rfc}
 */
public record TenantCreated(String tenantId, long version, String name, String profile, Cause cause)
        implements TenantEvent {}
