package io.rollbook.audit.history.moment;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The event that an answer is based on. Asked by its number, the same question has the same answer
 * for ever.
 *
 * @param number of the event in the tenant's directory; 0 before the first
 * @param recordedAt when it was stored; null before the first
 * @param hash of its link in the chain, which checkpoints sign; null before the first
 * @param asked the instant that was asked for, if one was
 * @param settled whether a later event is known, so that the instant cannot come to mean another
 */
public record Basis(
        long number,
        @Nullable Instant recordedAt,
        @Nullable String hash,
        @Nullable Instant asked,
        boolean settled) {}
