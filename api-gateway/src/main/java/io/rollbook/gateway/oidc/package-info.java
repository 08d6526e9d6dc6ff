/**
 * Administrators who sign in with an OpenID provider. May believe nothing that the provider did not
 * sign, and keep no personal data.
 */
@NullMarked
package io.rollbook.gateway.oidc;

import org.jspecify.annotations.NullMarked;
