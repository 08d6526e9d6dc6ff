package io.rollbook.gateway.oauth.token;

import java.time.Duration;

/**
 * A new access token.
 *
 * @param scope what it may be used for, with spaces between
 */
public record IssuedAccess(String token, Duration lifetime, String scope) {

    /** Leaves the token out, so that it cannot reach a log. */
    @Override
    public String toString() {
        return "IssuedAccess[" + scope + "]";
    }
}
