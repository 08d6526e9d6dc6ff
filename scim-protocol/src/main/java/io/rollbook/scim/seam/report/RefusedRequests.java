package io.rollbook.scim.seam.report;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * Requests of one sender that were refused within an interval.
 *
 * @param id a UUID; a report that arrives twice is taken once
 * @param tenantId in whose log it belongs; {@link RefusalReport#SERVER} when nobody was
 *     authenticated
 * @param connectionId who sent them, when it was authenticated
 * @param source the address they came from, when nobody was; null for several together
 * @param sources how many addresses those are, at least
 * @param status what they were answered with, 401 or 429
 * @param writes those that would have changed something
 * @param reasons how many were refused for which reason
 */
public record RefusedRequests(
        String id,
        String tenantId,
        @Nullable String connectionId,
        @Nullable String source,
        long sources,
        int status,
        long requests,
        long writes,
        Map<String, Long> reasons,
        Instant from,
        Instant until) {

    public RefusedRequests {
        reasons = Map.copyOf(reasons);
    }
}
