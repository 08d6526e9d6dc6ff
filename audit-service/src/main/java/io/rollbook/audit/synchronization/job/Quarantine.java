package io.rollbook.audit.synchronization.job;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * @param seriesBegan when it was imposed first
 * @param currentBegan when it was last looked at and kept
 * @param seriesCount how often it was kept
 * @param cycle whose requests were the reason; null when it was that no token is valid any more
 * @param evidence what the cycle showed at that moment
 */
public record Quarantine(
        Reason reason,
        Instant seriesBegan,
        Instant currentBegan,
        int seriesCount,
        @Nullable String cycle,
        Tally evidence) {

    static Quarantine imposed(Reason reason, Instant at, @Nullable String cycle, Tally evidence) {
        return new Quarantine(reason, at, at, 0, cycle, evidence);
    }

    Quarantine kept(Reason because, Instant at, @Nullable String cycle, Tally evidence) {
        return new Quarantine(because, seriesBegan, at, seriesCount + 1, cycle, evidence);
    }
}
