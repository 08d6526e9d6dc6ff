package io.rollbook.link.turn;

import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

/** An endpoint whose requests wait for the turn of their tenant. */
public final class FairEndpoint implements ScimEndpoint {

    private final ScimEndpoint endpoint;
    private final Turns turns;

    public FairEndpoint(ScimEndpoint endpoint, Turns turns) {
        this.endpoint = endpoint;
        this.turns = turns;
    }

    @Override
    public ScimResponse handle(ScimRequest request) {
        return turns.inTurn(request.caller().tenantId(), () -> endpoint.handle(request));
    }
}
