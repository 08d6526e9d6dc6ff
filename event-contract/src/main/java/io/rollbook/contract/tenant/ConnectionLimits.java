package io.rollbook.contract.tenant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

/**
 * How much a connection, or all connections of a tenant together, may ask for; null for the
 * default. Of the sizes of one request the smallest counts that the installation, the tenant or the
 * connection has; they are absent where nothing is set.
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
@JsonIgnoreProperties(ignoreUnknown = true)
public record ConnectionLimits(
        @Nullable Integer requestsPerSecond,
        @Nullable Integer burst,
        @Nullable Integer concurrentRequests,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer bodyBytes,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer patchOperations,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer bulkOperations,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer members,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer pageSize,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer filterDepth) {

    /** Rates alone. */
    public ConnectionLimits(
            @Nullable Integer requestsPerSecond,
            @Nullable Integer burst,
            @Nullable Integer concurrentRequests) {
        this(requestsPerSecond, burst, concurrentRequests, null, null, null, null, null, null);
    }
}
