package io.rollbook.gateway.stranger;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many failures are borne, of one source and of one beginning of a credential.
 *
 * @param burst in a row, after a rest
 * @param perMinute in the long run
 */
public record Patience(@DefaultValue("30") int burst, @DefaultValue("20") int perMinute) {

    private static final int MOST = 1_000_000;

    public Patience {
        if (burst < 1 || burst > MOST || perMinute < 1 || perMinute > MOST) {
            throw new IllegalArgumentException(
                    "rollbook.limits.failures.burst and .per-minute must be between 1 and %d, not %d and %d"
                            .formatted(MOST, burst, perMinute));
        }
    }
}
