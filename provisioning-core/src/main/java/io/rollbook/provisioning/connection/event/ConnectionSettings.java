package io.rollbook.provisioning.connection.event;

import io.rollbook.provisioning.limit.Limits;

import org.jspecify.annotations.Nullable;

/**
 * How a connection's requests are treated. What is absent goes by the default.
 *
 * @param profile {@code entra} or {@code rfc}; null for the tenant's
 * @param reviveInactive whether a POST with the userName of an inactive user revives that user
 */
public record ConnectionSettings(
        @Nullable String profile,
        Limits limits,
        Notifications notifications,
        boolean reviveInactive) {

    /** What a connection has until somebody sets something. */
    public static final ConnectionSettings DEFAULT =
            new ConnectionSettings(null, Limits.DEFAULT, Notifications.DEFAULT, false);
}
