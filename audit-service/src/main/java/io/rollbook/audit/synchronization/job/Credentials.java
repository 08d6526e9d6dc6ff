package io.rollbook.audit.synchronization.job;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * The tokens that a connection provisions with, as far as the log knows of them.
 *
 * @param validUntil the last of them is no longer valid from then on; null when the log knows none
 * @param used with which the connection's last accepted request came
 * @param usedIsKnown whether that is one of those tokens; otherwise the connection has another way
 *     in, of which nothing is said here
 */
public record Credentials(
        @Nullable Instant validUntil, @Nullable String used, boolean usedIsKnown) {

    /** Of a token that does not expire. */
    public static final Instant FOR_EVER = Instant.parse("9999-12-31T00:00:00Z");

    public static final Credentials NONE = new Credentials(null, null, false);

    Credentials used(@Nullable String token, boolean known) {
        return new Credentials(validUntil, token, known);
    }

    Credentials validUntil(Instant until) {
        return new Credentials(until, used, usedIsKnown);
    }

    /** When the connection has lost its way in; null when that is not to be expected. */
    @Nullable Instant goneAt() {
        return usedIsKnown && validUntil != null && validUntil.isBefore(FOR_EVER)
                ? validUntil
                : null;
    }
}
