package io.rollbook.contract.user;

import io.rollbook.contract.Cause;

import java.util.Map;

/**
 * A user came into being.
 *
 * @param attributes as in a SCIM resource, without {@code id}, {@code meta} and {@code schemas};
 *     {@code active} is always there
 */
public record UserCreated(String userId, long version, Map<String, Object> attributes, Cause cause)
        implements UserEvent {}
