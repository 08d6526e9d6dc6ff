package io.rollbook.provisioning.administration;

import io.rollbook.provisioning.origin.ActorKind;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.scim.seam.ScimRequest;

/** Where an operator's command comes from. */
public final class AdministratorOrigin {

    private static final String UNNAMED = "administrator";

    private AdministratorOrigin() {}

    public static Origin of(ScimRequest request, String tenantId) {
        String name = request.caller().connectionId();
        String token = request.caller().tokenId();
        return new Origin(
                tenantId,
                request.requestId(),
                0,
                ActorKind.ADMINISTRATOR,
                name.isEmpty() ? UNNAMED : name,
                token.isEmpty() ? null : token,
                request.receivedAt(),
                null,
                request.header("traceparent").orElse(null));
    }
}
