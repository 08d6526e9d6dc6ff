package io.rollbook.audit.history.leavers;

import org.jspecify.annotations.Nullable;

/**
 * Milliseconds from the request to one part of the way; null where nobody got there. A percentile
 * is the time of one leaver, not one between two.
 */
record Percentiles(
        String step,
        long count,
        @Nullable Long p50,
        @Nullable Long p95,
        @Nullable Long p99,
        @Nullable Long max) {}
