package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

/**
 * A legal hold was placed on a tenant: nothing of its log is deleted until all holds have ended.
 *
 * @param reason in the words of who placed it
 */
public record HoldPlaced(String tenantId, long version, String holdId, String reason, Cause cause)
        implements TenantEvent {}
