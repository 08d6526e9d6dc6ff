package io.rollbook.scim.seam;

import org.jspecify.annotations.Nullable;

/**
 * A federated credential of an OAuth client (RFC 7523 §3).
 *
 * @param jwksUri where the issuer's keys are; null when OpenID Connect discovery tells
 */
public record ClientTrust(
        String credentialId,
        String issuer,
        String subject,
        String audience,
        @Nullable String jwksUri) {}
