package io.rollbook.audit.history.resource;

import org.jspecify.annotations.Nullable;

/**
 * What somebody recognises a resource by, as it was at an event.
 *
 * @param name {@code displayName}, or else {@code userName}
 * @param active of a user
 */
public record Face(String id, Life.State state, @Nullable String name, @Nullable Boolean active) {}
