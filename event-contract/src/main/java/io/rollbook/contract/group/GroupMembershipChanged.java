package io.rollbook.contract.group;

import io.rollbook.contract.Cause;

import java.util.List;

/**
 * The true difference: who joined that was not in before, who left that was. At most 1,000 members
 * in one event; a larger change is several events.
 *
 * @param removed ids of the members that left
 */
public record GroupMembershipChanged(
        String groupId, long version, List<Member> added, List<String> removed, Cause cause)
        implements GroupEvent {

    public GroupMembershipChanged {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }
}
