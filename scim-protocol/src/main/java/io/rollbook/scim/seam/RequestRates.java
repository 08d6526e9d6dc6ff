package io.rollbook.scim.seam;

import org.jspecify.annotations.Nullable;

/**
 * How often somebody may ask; null for the installation's default.
 *
 * @param requestsPerSecond on average
 * @param burst how many requests may come at once
 * @param concurrentRequests how many may be under way
 */
public record RequestRates(
        @Nullable Integer requestsPerSecond,
        @Nullable Integer burst,
        @Nullable Integer concurrentRequests) {

    /** The installation's. */
    public static final RequestRates DEFAULT = new RequestRates(null, null, null);
}
