package io.rollbook.gateway.limit;

import org.springframework.boot.context.properties.bind.DefaultValue;

import java.time.Duration;

/**
 * How many of a connection's refusals are answered at once. A client that asks again at once, over
 * and over, would otherwise spend on refusals what others need.
 *
 * @param perSecond in the long run
 * @param burst after a rest
 * @param hold how long each further one is held back
 */
public record Forbearance(
        @DefaultValue("50") int perSecond,
        @DefaultValue("100") int burst,
        @DefaultValue("1s") Duration hold) {

    private static final int MOST = 1_000_000;
    private static final Duration LONGEST = Duration.ofSeconds(30);

    public Forbearance {
        if (perSecond < 1 || perSecond > MOST || burst < 1 || burst > MOST) {
            throw new IllegalArgumentException(
                    "rollbook.limits.refusals.per-second and .burst must be between 1 and %d, not %d and %d"
                            .formatted(MOST, perSecond, burst));
        }
        if (hold.isNegative() || hold.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "rollbook.limits.refusals.hold must be between PT0S and %s, not %s"
                            .formatted(LONGEST, hold));
        }
    }
}
