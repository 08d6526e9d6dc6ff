package io.rollbook.scim.seam;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * An assertion that was verified and is about to be taken.
 *
 * @param idHash {@link SecretText#hash} of its {@code jti}; null when the issuer numbers none
 * @param expiresAt after which it would not be taken anyway
 */
public record TakenAssertion(String credentialId, @Nullable String idHash, Instant expiresAt) {}
