package io.rollbook.gateway.report;

import io.rollbook.gateway.exchange.RequestIds;
import io.rollbook.scim.seam.report.RefusedRequests;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;

/** What was counted of one sender. Not thread-safe. */
final class Count {

    private final Map<String, Long> reasons = new TreeMap<>();
    private long requests;
    private long writes;
    private Instant from = Instant.MAX;
    private Instant until = Instant.MIN;

    void add(String reason, boolean write, Instant at) {
        reasons.merge(reason, 1L, Long::sum);
        requests++;
        writes += write ? 1 : 0;
        reach(at, at);
    }

    void add(Count other) {
        other.reasons.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
        requests += other.requests;
        writes += other.writes;
        reach(other.from, other.until);
    }

    long requests() {
        return requests;
    }

    private void reach(Instant first, Instant last) {
        from = first.isBefore(from) ? first : from;
        until = last.isAfter(until) ? last : until;
    }

    RefusedRequests told(
            String tenantId,
            @Nullable String connectionId,
            @Nullable String source,
            long sources,
            int status) {
        return new RefusedRequests(
                RequestIds.at(until, ThreadLocalRandom.current()),
                tenantId,
                connectionId,
                source,
                sources,
                status,
                requests,
                writes,
                reasons,
                from,
                until);
    }
}
