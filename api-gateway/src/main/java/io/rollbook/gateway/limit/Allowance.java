package io.rollbook.gateway.limit;

import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What one connection, or one tenant, may ask for.
 *
 * @param requestsPerSecond in the long run
 * @param burst requests that may come at once after a rest
 * @param concurrentRequests requests that may be under way at the same time
 */
public record Allowance(
        @DefaultValue("50") int requestsPerSecond,
        @DefaultValue("100") int burst,
        @DefaultValue("16") int concurrentRequests) {

    private static final int MOST = 1_000_000;

    public Allowance {
        within("requests-per-second", requestsPerSecond);
        within("burst", burst);
        within("concurrent-requests", concurrentRequests);
    }

    /** Seconds in which the whole burst is earned again. */
    long window() {
        return Math.ceilDiv(burst, requestsPerSecond);
    }

    private static void within(String name, int value) {
        if (value < 1 || value > MOST) {
            throw new IllegalArgumentException(
                    "A limit's %s must be between 1 and %d, not %d".formatted(name, MOST, value));
        }
    }
}
