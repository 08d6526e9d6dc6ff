package io.rollbook.contract.group;

import io.rollbook.contract.Cause;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A group came into being, still without members; those follow as {@link GroupMembershipChanged}.
 *
 * @param attributes as in a SCIM resource, without {@code id}, {@code meta}, {@code schemas} and
 *     {@code members}
 */
public record GroupCreated(
        String groupId, long version, Map<String, Object> attributes, Cause cause)
        implements GroupEvent {

    public GroupCreated {
        // Map.copyOf would lose the order of the attributes.
        attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }
}
