package io.rollbook.provisioning.endpoint.resource;

import io.rollbook.scim.seam.ScimResponse;

import java.util.List;

/**
 * The answer to a write that was accepted.
 *
 * @param changed false when everything was as asked for already
 * @param ignored names of attributes that were not taken over
 */
public record Reply(ScimResponse response, boolean changed, List<String> ignored) {

    public Reply {
        ignored = List.copyOf(ignored);
    }

    /** To a write that was taken over whole. */
    public Reply(ScimResponse response, boolean changed) {
        this(response, changed, List.of());
    }
}
