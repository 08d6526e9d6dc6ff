package io.rollbook.audit.read;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When a request came to its steps, as its event tells; null where it did not come to one.
 *
 * @param admitted by the gateway
 * @param begun its tenant's turn
 * @param loaded what it is about
 * @param decided what is to happen
 * @param resolved the members that it names
 * @param registered its names
 * @param stored its events, or the refusal
 */
public record WayTimes(
        Instant received,
        @Nullable Instant admitted,
        @Nullable Instant begun,
        @Nullable Instant loaded,
        @Nullable Instant decided,
        @Nullable Instant resolved,
        @Nullable Instant registered,
        @Nullable Instant stored) {

    /** Null for an event that tells none. */
    static @Nullable WayTimes of(JsonNode document) {
        var cause = document.path("cause");
        var times = cause.path("times");
        if (times.isMissingNode()) {
            return null;
        }
        var received = Instant.parse(cause.required("receivedAt").asString());
        return new WayTimes(
                received,
                at(received, times.path("admitted")),
                at(received, times.path("begun")),
                at(received, times.path("loaded")),
                at(received, times.path("decided")),
                at(received, times.path("resolved")),
                at(received, times.path("registered")),
                at(received, times.path("stored")));
    }

    private static @Nullable Instant at(Instant received, JsonNode micros) {
        return micros.isMissingNode() ? null : received.plus(micros.asLong(), ChronoUnit.MICROS);
    }
}
