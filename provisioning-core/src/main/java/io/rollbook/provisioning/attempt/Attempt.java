package io.rollbook.provisioning.attempt;

import org.jspecify.annotations.Nullable;

/**
 * What a write request wanted.
 *
 * @param method POST, PUT, PATCH or DELETE
 * @param resourceType {@code User} or {@code Group}; null when the path names neither
 * @param resourceId as far as the path names one
 * @param externalId as far as the body could be read
 * @param name userName or displayName, as far as the body could be read
 */
public record Attempt(
        String method,
        @Nullable String resourceType,
        @Nullable String resourceId,
        @Nullable String externalId,
        @Nullable String name) {}
