package io.rollbook.audit.read;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** One event of an entry. */
public record EventRow(
        long entryPosition,
        String id,
        String type,
        String topic,
        long number,
        @Nullable Long version,
        Instant recordedAt,
        int membersAdded,
        int membersRemoved) {}
