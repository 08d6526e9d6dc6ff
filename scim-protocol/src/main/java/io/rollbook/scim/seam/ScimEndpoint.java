package io.rollbook.scim.seam;

/**
 * Answers requests that the gateway has authenticated. Thread-safe. A refusal is a response; an
 * exception means a fault that the caller turns into 500, or {@link Unavailable} into 503.
 */
@FunctionalInterface
public interface ScimEndpoint {

    ScimResponse handle(ScimRequest request);
}
