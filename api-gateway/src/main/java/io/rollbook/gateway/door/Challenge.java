package io.rollbook.gateway.door;

import io.rollbook.gateway.caller.BearerCredential;
import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.gateway.message.Refusals;
import io.rollbook.gateway.oauth.token.AccessTokens;
import io.rollbook.scim.seam.ScimResponse;

/**
 * The answer to whoever did not authenticate. One who shows a JWT is told that it is no good, so
 * that a client whose token ran out fetches another (RFC 6750 §3.1); nobody is told why.
 */
final class Challenge {

    private Challenge() {}

    static ScimResponse to(Exchange exchange, Refusals form) {
        return BearerCredential.in(exchange.authorization()).filter(AccessTokens::isOne).isPresent()
                ? form.invalidToken()
                : form.unauthorized();
    }
}
