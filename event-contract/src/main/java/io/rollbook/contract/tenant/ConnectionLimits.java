package io.rollbook.contract.tenant;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import org.jspecify.annotations.Nullable;

/**
 * How much a connection may ask for; null for the installation's default.
 *
 * @param requestsPerSecond on average
 * @param burst how many requests may come at once
 * @param concurrentRequests how many may be under way
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ConnectionLimits(
        @Nullable Integer requestsPerSecond,
        @Nullable Integer burst,
        @Nullable Integer concurrentRequests) {}
