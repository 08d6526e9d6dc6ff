package io.rollbook.provisioning.group.event;

import java.util.List;

/**
 * The true difference: who joined that was not in before, who left that was. Together at most
 * {@value #MOST_MEMBERS}; a larger change is several events.
 *
 * @param removed ids of the members that left
 */
public record GroupMembershipChanged(String groupId, List<Member> added, List<String> removed)
        implements GroupEvent {

    public static final int MOST_MEMBERS = 1_000;

    public GroupMembershipChanged {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
    }
}
