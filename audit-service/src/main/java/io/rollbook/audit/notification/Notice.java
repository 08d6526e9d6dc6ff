package io.rollbook.audit.notification;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One thing to be told. It has numbers and ids, and nothing of the people in the directory.
 *
 * @param id the same in every repetition
 * @param type such as {@code quarantine.entered}
 * @param title one line
 * @param cycleId in the log, where it is about one cycle
 * @param reason of a quarantine or a failure, by the names of Microsoft's documents
 */
public record Notice(
        String id,
        String type,
        String tenantId,
        String connectionId,
        @Nullable String connectionName,
        Instant occurredAt,
        String title,
        String text,
        @Nullable String cycleId,
        @Nullable String reason) {}
