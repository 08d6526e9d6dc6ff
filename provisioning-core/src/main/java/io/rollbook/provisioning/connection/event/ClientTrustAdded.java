package io.rollbook.provisioning.connection.event;

import org.jspecify.annotations.Nullable;

/**
 * A client may from now on authenticate with what an issuer signs (RFC 7523): a federated
 * credential.
 *
 * @param jwksUri where the issuer's keys are; null when OpenID Connect discovery tells
 */
public record ClientTrustAdded(
        String connectionId,
        String clientId,
        String credentialId,
        String issuer,
        String subject,
        String audience,
        @Nullable String jwksUri)
        implements ClientEvent {}
