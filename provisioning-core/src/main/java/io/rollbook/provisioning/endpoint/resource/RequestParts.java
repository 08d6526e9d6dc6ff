package io.rollbook.provisioning.endpoint.resource;

import io.rollbook.provisioning.origin.ActorKind;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.message.QueryParameters;
import io.rollbook.scim.projection.Projection;
import io.rollbook.scim.resource.Sent;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.ScimRequest;

/** What the writes of all types read out of a request. */
public final class RequestParts {

    private RequestParts() {}

    static String tenantOf(ScimRequest request) {
        return request.caller().tenantId();
    }

    static Profile profileOf(ScimRequest request) {
        return request.caller().profile();
    }

    public static Origin originOf(ScimRequest request) {
        Caller caller = request.caller();
        return new Origin(
                caller.tenantId(),
                request.requestId(),
                request.operation(),
                ActorKind.CONNECTION,
                caller.connectionId(),
                caller.tokenId(),
                request.receivedAt(),
                null,
                request.header("traceparent").orElse(null));
    }

    static Outcome<Projection> projectionOf(ScimRequest request, ResourceType type, Sent sent) {
        var query = QueryParameters.parse(request.query());
        return Projection.parse(
                query.get("attributes"), query.get("excludedAttributes"), type, sent::names);
    }

    static boolean asksForAttributes(ScimRequest request) {
        String attributes = QueryParameters.parse(request.query()).get("attributes");
        return attributes != null && !attributes.isBlank();
    }
}
