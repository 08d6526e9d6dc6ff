/** Administrators of an OpenID provider, which is a small one in this process. */
@NullMarked
package io.rollbook.gateway.oidc;

import org.jspecify.annotations.NullMarked;
