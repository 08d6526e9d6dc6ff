package io.rollbook.provisioning.group.event;

import io.rollbook.scim.value.Complex;

/**
 * A group came into being, still without members; those follow as {@link GroupMembershipChanged}.
 *
 * @param attributes all but {@code members}
 */
public record GroupCreated(String groupId, Complex attributes) implements GroupEvent {}
