package io.rollbook.gateway;

import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.Visibility;

/** The services as the gateway sees them. */
record SeamBeans(
        ScimEndpoint reads,
        ScimEndpoint writes,
        ScimEndpoint administration,
        ScimEndpoint projectionsAdministration,
        ScimEndpoint auditLog,
        ScimEndpoint refusalReports,
        ScimEndpoint auditAdministration,
        Visibility visibility) {}
