package io.rollbook.gateway.health;

import io.rollbook.scim.seam.Readiness;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.TreeMap;

/**
 * Asks all parts whether they are ready. The page is public, so the answer is kept for a moment: no
 * flood of questions reaches the parts.
 */
public final class HealthProbe {

    private final Map<String, Readiness> parts;
    private final Duration keptFor;
    private final InstantSource clock;
    private Instant askAgain = Instant.MIN;
    private Map<String, String> missing = Map.of();

    public HealthProbe(Map<String, Readiness> parts, Duration keptFor, InstantSource clock) {
        this.parts = Map.copyOf(parts);
        this.keptFor = keptFor;
        this.clock = clock;
    }

    /** The parts that are not ready, by name, each with its sentence; empty when all are. */
    public synchronized Map<String, String> missing() {
        if (!clock.instant().isBefore(askAgain)) {
            missing = ask();
            askAgain = clock.instant().plus(keptFor);
        }
        return missing;
    }

    private Map<String, String> ask() {
        Map<String, String> sentences = new TreeMap<>();
        parts.forEach(
                (name, part) ->
                        part.notReadyBecause().ifPresent(reason -> sentences.put(name, reason)));
        return Map.copyOf(sentences);
    }
}
