package io.rollbook.scim.seam;

import java.util.Optional;

/** Who owns a bearer token. Throws {@link Unavailable} when the answer cannot be had. */
@FunctionalInterface
public interface TokenDirectory {

    /**
     * @param tokenHash SHA-256 of the token's text, lower-case hex
     * @return empty for an unknown, revoked or expired token
     */
    Optional<Caller> callerOf(String tokenHash);
}
