package io.rollbook.contract.tenant;

import io.rollbook.contract.Cause;

import org.jspecify.annotations.Nullable;

/**
 * A connection has other settings now; these are all of them after the change.
 *
 * @param profile {@code entra} or {@code rfc}; null for the tenant's
 * @param reviveInactive whether a POST with the userName of an inactive user revives that user
 */
public record ConnectionConfigured(
        String connectionId,
        long version,
        @Nullable String profile,
        ConnectionLimits limits,
        ConnectionNotifications notifications,
        boolean reviveInactive,
        Cause cause)
        implements TenantEvent {}
