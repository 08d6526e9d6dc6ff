package io.rollbook.projections.event;

import io.rollbook.contract.DirectoryEvent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One event as it arrived.
 *
 * @param number counts the events of the tenant: 1, 2, 3 …
 * @param traceparent of the request that made it, if that was traced
 * @param event null for a type that this version does not know: it only counts
 */
public record NumberedEvent(
        String tenantId,
        long number,
        Instant time,
        @Nullable DirectoryEvent event,
        @Nullable String traceparent) {

    /** Of a request that was not traced. */
    public NumberedEvent(
            String tenantId, long number, Instant time, @Nullable DirectoryEvent event) {
        this(tenantId, number, time, event, null);
    }
}
