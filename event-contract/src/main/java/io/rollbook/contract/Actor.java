package io.rollbook.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import org.jspecify.annotations.Nullable;

/**
 * Who acted; ids are opaque.
 *
 * @param id the connection, the administrator, or the name of the reaction
 * @param tokenId the token that was used, if one was
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Actor(ActorKind kind, String id, @Nullable String tokenId) {}
