package io.rollbook.contract.group;

import io.rollbook.contract.Cause;

import java.util.Map;

/**
 * A group came into being, still without members; those follow as {@link GroupMembershipChanged}.
 *
 * @param attributes as in a SCIM resource, without {@code id}, {@code meta}, {@code schemas} and
 *     {@code members}
 */
public record GroupCreated(
        String groupId, long version, Map<String, Object> attributes, Cause cause)
        implements GroupEvent {}
