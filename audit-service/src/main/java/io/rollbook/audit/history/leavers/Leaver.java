package io.rollbook.audit.history.leavers;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * One disabling of one user.
 *
 * @param number of the event
 * @param receivedAt when the request with {@code active=false} came in
 * @param publishedAt as the topic says; null when it does not
 * @param consumedAt when the log had it
 */
record Leaver(
        long number,
        String userId,
        Instant receivedAt,
        Instant storedAt,
        @Nullable Instant publishedAt,
        Instant consumedAt) {

    /** Milliseconds from the request. */
    @Nullable Long millisTo(@Nullable Instant end) {
        return end == null ? null : Duration.between(receivedAt, end).toMillis();
    }
}
