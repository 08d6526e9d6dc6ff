package io.rollbook.contract.group;

import io.rollbook.contract.DirectoryEvent;

/** Something happened to a group. */
public sealed interface GroupEvent extends DirectoryEvent
        permits GroupCreated, GroupUpdated, GroupMembershipChanged, GroupDeleted {

    String groupId();
}
