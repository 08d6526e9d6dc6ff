package io.rollbook.provisioning.administration;

import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.seam.ScimRequest;

import java.util.Optional;

/** One thing that an operator can ask for. */
@FunctionalInterface
public interface AdministrationRoute {

    /**
     * @return empty when method and path are none of this route's
     */
    Optional<Outcome<AdministrationAnswer>> answer(ScimRequest request);
}
