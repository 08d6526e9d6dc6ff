package io.rollbook.provisioning.connection.event;

import org.jspecify.annotations.Nullable;

/**
 * How much a connection may ask for; null for the installation's default.
 *
 * @param requestsPerSecond on average
 * @param burst how many requests may come at once
 * @param concurrentRequests how many may be under way
 */
public record Limits(
        @Nullable Integer requestsPerSecond,
        @Nullable Integer burst,
        @Nullable Integer concurrentRequests) {

    public static final Limits DEFAULT = new Limits(null, null, null);
}
