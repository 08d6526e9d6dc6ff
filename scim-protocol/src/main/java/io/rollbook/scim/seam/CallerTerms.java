package io.rollbook.scim.seam;

import org.jspecify.annotations.Nullable;

/**
 * What an administrator set for the connection that calls, beside its profile. They are as old as
 * the gateway's knowledge of the token, which is at most five seconds.
 *
 * @param requestsPerSecond on average; null for the installation's default
 * @param burst how many requests may come at once; null for the installation's default
 * @param concurrentRequests how many may be under way; null for the installation's default
 * @param reviveInactive whether a POST with the userName of an inactive user revives that user
 * @param lockedOut whether the tenant is suspended or about to be deleted, and nobody gets in
 */
public record CallerTerms(
        @Nullable Integer requestsPerSecond,
        @Nullable Integer burst,
        @Nullable Integer concurrentRequests,
        boolean reviveInactive,
        boolean lockedOut) {

    /** Nothing was set. */
    public static final CallerTerms DEFAULT = new CallerTerms(null, null, null, false, false);

    /** Of a connection whose tenant is let in. */
    public CallerTerms(
            @Nullable Integer requestsPerSecond,
            @Nullable Integer burst,
            @Nullable Integer concurrentRequests,
            boolean reviveInactive) {
        this(requestsPerSecond, burst, concurrentRequests, reviveInactive, false);
    }
}
