package io.rollbook.provisioning.endpoint.resource;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.ScimRequest;

/** The four writes of one resource type. */
public interface ResourceWrites {

    Outcome<Reply> create(ScimRequest request);

    Outcome<Reply> replace(ScimRequest request, String id);

    Outcome<Reply> patch(ScimRequest request, String id);

    Outcome<Reply> delete(ScimRequest request, String id);
}
