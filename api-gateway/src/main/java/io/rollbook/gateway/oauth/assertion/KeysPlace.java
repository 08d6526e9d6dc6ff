package io.rollbook.gateway.oauth.assertion;

import org.jspecify.annotations.Nullable;

/**
 * Where an issuer's keys are.
 *
 * @param jwksUri null when the issuer's configuration tells (OpenID Connect Discovery §4)
 */
record KeysPlace(String issuer, @Nullable String jwksUri) {}
