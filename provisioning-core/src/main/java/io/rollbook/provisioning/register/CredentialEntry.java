package io.rollbook.provisioning.register;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A credential of an OAuth client as the register has it; a secret has its last four characters and
 * an end, a federated credential has the other parts.
 *
 * @param lastUsedAt when it last got an access token, if it ever did
 */
public record CredentialEntry(
        String credentialId,
        String clientId,
        @Nullable String lastFour,
        @Nullable String issuer,
        @Nullable String subject,
        @Nullable String audience,
        @Nullable String jwksUri,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {}
