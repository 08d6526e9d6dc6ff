package io.rollbook.standalone.run;

import io.rollbook.scim.seam.Readiness;

import java.util.Optional;

/**
 * The last thing that readiness waits for: without a first token no SCIM request can succeed, and
 * whoever waits for readiness wants to find it. Thread-safe.
 */
final class Opening implements Readiness {

    private volatile boolean open;

    void open() {
        open = true;
    }

    @Override
    public Optional<String> notReadyBecause() {
        return open ? Optional.empty() : Optional.of("The start is not complete yet.");
    }
}
