package io.rollbook.contract.user;

import io.rollbook.contract.Cause;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A user came into being.
 *
 * @param attributes as in a SCIM resource, without {@code id}, {@code meta} and {@code schemas};
 *     {@code active} is always there
 */
public record UserCreated(String userId, long version, Map<String, Object> attributes, Cause cause)
        implements UserEvent {

    public UserCreated {
        // Map.copyOf would lose the order of the attributes.
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
