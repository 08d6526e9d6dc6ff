package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * It was said how long a tenant's log is kept.
 *
 * @param days how long an entry is kept at least; null for ever
 * @param daysBefore what is in effect until then; null for ever
 * @param effectiveAt from when on {@code days} count: later than the event when they are fewer
 */
public record RetentionSet(
        String tenantId,
        long version,
        @Nullable Integer days,
        @Nullable Integer daysBefore,
        Instant effectiveAt,
        Cause cause)
        implements TenantEvent {}
