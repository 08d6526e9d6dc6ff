package io.rollbook.provisioning.endpoint.resource;

import io.rollbook.scim.canonical.CanonicalJson;
import io.rollbook.scim.canonical.Meta;
import io.rollbook.scim.canonical.Splice;
import io.rollbook.scim.message.Responses;
import io.rollbook.scim.projection.Projection;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;
import io.rollbook.scim.seam.Written;
import io.rollbook.scim.value.Complex;

import java.util.List;
import java.util.Map;

/**
 * One resource as an answer shows it. Every answer about one names where it is and which version it
 * has.
 */
record Representation(ResourceType type, String id, Complex attributes, Meta meta) {

    private static final byte[] NOTHING = {};

    ScimResponse whole(
            ScimRequest request, int status, Projection projection, List<Splice> splices) {
        byte[] canonical = CanonicalJson.of(type, id, attributes, meta);
        return Responses.withContentType(
                status,
                headers(request),
                projection.render(canonical, request.baseUri(), splices),
                written());
    }

    ScimResponse withoutBody(ScimRequest request) {
        return Responses.withContentType(204, headers(request), NOTHING, written());
    }

    static ScimResponse deleted(String id, long version) {
        return Responses.withContentType(204, Map.of(), NOTHING, List.of(new Written(id, version)));
    }

    private Map<String, String> headers(ScimRequest request) {
        return Map.of(
                "Location", request.baseUri() + type.endpoint() + '/' + id, "ETag", meta.etag());
    }

    private List<Written> written() {
        return List.of(new Written(id, meta.version()));
    }
}
