package io.rollbook.provisioning.endpoint.resource;

import io.rollbook.scim.seam.ScimResponse;

/**
 * The answer to a write that was accepted.
 *
 * @param changed false when everything was as asked for already
 */
public record Reply(ScimResponse response, boolean changed) {}
