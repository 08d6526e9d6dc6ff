package io.rollbook.contract;

import org.jspecify.annotations.Nullable;

/**
 * Who acted; ids are opaque.
 *
 * @param id the connection, the administrator, or the name of the reaction
 * @param tokenId the token that was used, if one was
 */
public record Actor(ActorKind kind, String id, @Nullable String tokenId) {}
