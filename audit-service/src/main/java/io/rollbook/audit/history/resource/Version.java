package io.rollbook.audit.history.resource;

import io.rollbook.audit.read.Told;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * One version of a resource.
 *
 * @param number of the event that made it
 * @param detail what the log still has of the event; null when that was deleted
 */
public record Version(long number, Instant recordedAt, long version, @Nullable Detail detail) {

    /**
     * @param eventType as on the topic
     * @param told its changes and members
     */
    public record Detail(
            String eventId,
            String eventType,
            int joined,
            int departed,
            Authority authority,
            Told told) {}
}
