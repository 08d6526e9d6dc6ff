package io.rollbook.provisioning.limit;

import org.jspecify.annotations.Nullable;

/**
 * How much may be asked for; null where nothing is set. Of the sizes of one request the smallest
 * counts that the installation, the tenant or the connection has.
 *
 * @param requestsPerSecond on average
 * @param burst how many requests may come at once
 * @param concurrentRequests how many may be under way
 * @param bodyBytes of one request's body
 * @param patchOperations in one PATCH
 * @param bulkOperations in one bulk request
 * @param members that one request about a group may name
 * @param pageSize resources in one page of a list
 * @param filterDepth parentheses and brackets of a filter that are open at once
 */
public record Limits(
        @Nullable Integer requestsPerSecond,
        @Nullable Integer burst,
        @Nullable Integer concurrentRequests,
        @Nullable Integer bodyBytes,
        @Nullable Integer patchOperations,
        @Nullable Integer bulkOperations,
        @Nullable Integer members,
        @Nullable Integer pageSize,
        @Nullable Integer filterDepth) {

    /** Nothing is set. */
    public static final Limits DEFAULT =
            new Limits(null, null, null, null, null, null, null, null, null);

    /** Rates alone. */
    public Limits(
            @Nullable Integer requestsPerSecond,
            @Nullable Integer burst,
            @Nullable Integer concurrentRequests) {
        this(requestsPerSecond, burst, concurrentRequests, null, null, null, null, null, null);
    }
}
