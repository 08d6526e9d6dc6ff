package io.rollbook.contract.client;

import io.rollbook.contract.Cause;

import java.time.Instant;

/**
 * An OAuth client got one more secret; its text was shown once and is nowhere.
 *
 * @param lastFour the last characters of the secret, to recognise it by
 */
public record ClientSecretAdded(
        String connectionId,
        long version,
        String clientId,
        String credentialId,
        String lastFour,
        Instant expiresAt,
        Cause cause)
        implements ClientEvent {}
