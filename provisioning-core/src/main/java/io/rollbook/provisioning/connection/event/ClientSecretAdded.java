package io.rollbook.provisioning.connection.event;

import java.time.Instant;

/**
 * A client got one more secret; its text was shown once and is nowhere.
 *
 * @param secretHash what the client register is rebuilt from; never published
 * @param lastFour the last characters of the secret, to recognise it by
 */
public record ClientSecretAdded(
        String connectionId,
        String clientId,
        String credentialId,
        String secretHash,
        String lastFour,
        Instant expiresAt)
        implements ClientEvent {}
