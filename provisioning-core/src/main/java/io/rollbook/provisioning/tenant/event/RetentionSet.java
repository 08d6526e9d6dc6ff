package io.rollbook.provisioning.tenant.event;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * It was said how long the tenant's log is kept.
 *
 * @param days how long an entry is kept at least; null for ever
 * @param daysBefore what is in effect until then
 * @param effectiveAt from when on {@code days} count
 */
public record RetentionSet(
        String tenantId, @Nullable Integer days, @Nullable Integer daysBefore, Instant effectiveAt)
        implements TenantEvent {}
