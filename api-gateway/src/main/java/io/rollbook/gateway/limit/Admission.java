package io.rollbook.gateway.limit;

import java.time.Duration;

/**
 * Whether a request may go on, and what its caller is told of the limits: the values of {@code
 * RateLimit-Policy} and {@code RateLimit} (draft-ietf-httpapi-ratelimit-headers-09).
 */
public sealed interface Admission {

    String policy();

    String state();

    /**
     * @param end to be run when the request is over, once
     */
    record Granted(String policy, String state, Runnable end) implements Admission {}

    /**
     * @param limit which one was reached
     * @param retryAfter when a request can succeed again
     * @param heldFor how long the refusal itself is to be held back
     */
    record Refused(String policy, String state, Limit limit, Duration retryAfter, Duration heldFor)
            implements Admission {}
}
