package io.rollbook.contract;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * What travels beside the payload, as CloudEvents 1.0 attributes (see {@link CloudEventHeaders}).
 *
 * @param id the same in every resend
 * @param sequence counts the events of one tenant on one topic: 1, 2, 3 … without a gap
 * @param position orders the events of all tenants and topics; unique, has gaps
 * @param subject the resource, e.g. {@code /Users/42}
 * @param time when the change was stored
 * @param correlationId the request id
 */
public record EventEnvelope(
        String id,
        EventType type,
        String tenantId,
        long sequence,
        long position,
        String subject,
        Instant time,
        long aggregateVersion,
        String correlationId,
        @Nullable String traceparent) {}
