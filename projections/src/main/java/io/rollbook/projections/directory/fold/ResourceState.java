package io.rollbook.projections.directory.fold;

import io.rollbook.scim.value.Complex;

import java.time.Instant;

/**
 * A user or a group after its last applied event.
 *
 * @param attributes without {@code id}, {@code meta}, {@code schemas} and detached attributes
 * @param created the time of the first event
 * @param lastModified the time of the last event
 */
public record ResourceState(
        String id, Complex attributes, Instant created, Instant lastModified, long version) {

    public ResourceState with(Complex changed, Instant time, long newVersion) {
        return new ResourceState(id, changed, created, time, newVersion);
    }
}
