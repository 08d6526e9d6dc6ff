package io.rollbook.contract.attempt;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import io.rollbook.contract.AttemptEvent;
import io.rollbook.contract.Cause;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * Requests that a gateway refused within an interval, counted instead of told one by one: beyond a
 * connection's limits, or without a valid credential. Those belong to no tenant and are told under
 * the tenant {@code server}.
 *
 * @param connectionId who sent them, when it was authenticated
 * @param source the address they came from, when nobody was; null for several together
 * @param sources how many addresses those are, at least
 * @param status what they were answered with
 * @param writes those that would have changed something
 * @param reasons how many were refused for which reason
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record RequestsRefused(
        @Nullable String connectionId,
        @Nullable String source,
        long sources,
        int status,
        long requests,
        long writes,
        Map<String, Long> reasons,
        Instant from,
        Instant until,
        Cause cause)
        implements AttemptEvent {

    public RequestsRefused {
        reasons = Map.copyOf(reasons);
    }
}
