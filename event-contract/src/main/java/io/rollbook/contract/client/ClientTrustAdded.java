package io.rollbook.contract.client;

import io.rollbook.contract.Cause;

import org.jspecify.annotations.Nullable;

/**
 * An OAuth client may authenticate with what an issuer signs (RFC 7523): a federated credential.
 *
 * @param jwksUri where the issuer's keys are; null when OpenID Connect discovery tells
 */
public record ClientTrustAdded(
        String connectionId,
        long version,
        String clientId,
        String credentialId,
        String issuer,
        String subject,
        String audience,
        @Nullable String jwksUri,
        Cause cause)
        implements ClientEvent {}
