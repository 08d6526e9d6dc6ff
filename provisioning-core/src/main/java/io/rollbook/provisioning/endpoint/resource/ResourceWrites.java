package io.rollbook.provisioning.endpoint.resource;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.ScimRequest;

/** The four writes of one resource type. */
public interface ResourceWrites {

    /**
     * @param id of the new resource; made outside, because others may have to name it before
     */
    Outcome<Reply> create(ScimRequest request, String id);

    Outcome<Reply> replace(ScimRequest request, String id);

    Outcome<Reply> patch(ScimRequest request, String id);

    Outcome<Reply> delete(ScimRequest request, String id);
}
