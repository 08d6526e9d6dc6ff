package io.rollbook.scim.seam;

import java.time.Duration;
import java.util.List;

/** Tells when reads show what was written, on whichever instance they are served. */
@FunctionalInterface
public interface Visibility {

    /**
     * Waits until every read that starts from now on shows the given versions or later ones.
     *
     * @return false when {@code atMost} passed first
     */
    boolean await(String tenantId, List<Written> written, Duration atMost);
}
