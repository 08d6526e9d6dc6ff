package io.rollbook.gateway.oauth;

import io.rollbook.gateway.exchange.Exchange;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.ScimResponse;

import java.util.Optional;

/** Whether a client that is known may ask for one more token now: to sign one is work. */
@FunctionalInterface
public interface Gate {

    /**
     * @return the refusal; empty when it may
     */
    Optional<ScimResponse> refusal(Exchange exchange, Caller caller);
}
