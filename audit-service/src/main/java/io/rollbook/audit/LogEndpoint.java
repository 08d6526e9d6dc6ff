package io.rollbook.audit;

import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.ScimResponse;

import java.util.Map;

/**
 * All that the log answers, by the first segment of the path.
 *
 * @param others what answers where no segment fits
 */
record LogEndpoint(Map<String, ScimEndpoint> bySegment, ScimEndpoint others)
        implements ScimEndpoint {

    @Override
    public ScimResponse handle(ScimRequest request) {
        // /provisioning('id') is a path of OData as well.
        var first = request.path().split("[/(]", 3)[1];
        return bySegment.getOrDefault(first, others).handle(request);
    }
}
