package io.rollbook.provisioning.group.event;

/** Something happened to a group. */
public sealed interface GroupEvent
        permits GroupCreated, GroupUpdated, GroupMembershipChanged, GroupDeleted {

    String groupId();
}
