package io.rollbook.scim.seam;

import java.util.Optional;

/** Whether a part can serve now. */
@FunctionalInterface
public interface Readiness {

    /**
     * @return empty when ready, otherwise one sentence that says what is missing
     */
    Optional<String> notReadyBecause();
}
