package io.rollbook.provisioning.group;

import io.rollbook.provisioning.group.event.GroupEvent;
import io.rollbook.scim.patch.MemberOperation;

import java.util.List;

/**
 * What is to happen to a group.
 *
 * @param events what happens to the group itself
 * @param membership what is wanted of its members, in order; what that changes only the register
 *     can tell
 */
public record GroupDecision(List<GroupEvent> events, List<MemberOperation> membership) {

    public GroupDecision {
        events = List.copyOf(events);
        membership = List.copyOf(membership);
    }
}
