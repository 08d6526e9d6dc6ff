package io.rollbook.audit.integrity.query;

import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

/** Which part of the service answers what. */
public record AuditRoutes(ScimEndpoint entries, ScimEndpoint integrity, ScimEndpoint export)
        implements ScimEndpoint {

    @Override
    public ScimResponse handle(ScimRequest request) {
        var path = request.path();
        if (path.startsWith("/integrity") || path.equals("/custody") || path.equals("/retention")) {
            return integrity.handle(request);
        }
        return path.startsWith("/export") ? export.handle(request) : entries.handle(request);
    }
}
