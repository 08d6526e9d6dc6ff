package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

import java.time.Instant;

/**
 * A legal hold on a tenant was lifted.
 *
 * @param endsAt until when it stands all the same
 */
public record HoldLifted(String tenantId, long version, String holdId, Instant endsAt, Cause cause)
        implements TenantEvent {}
