package io.rollbook.link.suite;

import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.Visibility;

/** The seam as a method call. */
class InProcessSeamTest extends SeamBehaviour {

    private final Service service = new Service();

    @Override
    Service service() {
        return service;
    }

    @Override
    ScimEndpoint endpoint() {
        return service;
    }

    @Override
    TokenDirectory tokens() {
        return service;
    }

    @Override
    Visibility visibility() {
        return service;
    }

    @Override
    Readiness readiness() {
        return service;
    }
}
