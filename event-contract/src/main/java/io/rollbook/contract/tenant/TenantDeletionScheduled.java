package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

import java.time.Instant;

/**
 * A tenant is going to be deleted; until then nobody of it gets in, and it can be restored.
 *
 * @param endsAt when it is deleted for good
 */
public record TenantDeletionScheduled(String tenantId, long version, Instant endsAt, Cause cause)
        implements TenantEvent {}
