/**
 * Tokens: made, listed and revoked by operators, looked up by gateways. May keep no token's text.
 */
@NullMarked
package io.rollbook.provisioning.administration.token;

import org.jspecify.annotations.NullMarked;
