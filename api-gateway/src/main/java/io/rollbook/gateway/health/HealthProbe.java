package io.rollbook.gateway.health;

import io.rollbook.link.FaultTrace;
import io.rollbook.scim.seam.Readiness;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Asks all parts whether they are ready. The page is public, so the answer is kept for a moment: no
 * flood of questions reaches the parts.
 */
public final class HealthProbe {

    private static final Logger LOG = LoggerFactory.getLogger(HealthProbe.class);

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
            // Whoever is told no waits for a yes.
            askAgain = clock.instant().plus(missing.isEmpty() ? keptFor : keptFor.dividedBy(10));
        }
        return missing;
    }

    private Map<String, String> ask() {
        Map<String, String> sentences = new TreeMap<>();
        parts.forEach(
                (name, part) -> reason(part).ifPresent(reason -> sentences.put(name, reason)));
        return Map.copyOf(sentences);
    }

    private static Optional<String> reason(Readiness part) {
        try {
            return part.notReadyBecause();
        } catch (RuntimeException e) {
            LOG.warn("A part could not say whether it is ready: {}", FaultTrace.of(e));
            return Optional.of("It gives no answer.");
        }
    }
}
