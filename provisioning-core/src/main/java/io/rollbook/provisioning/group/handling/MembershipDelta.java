package io.rollbook.provisioning.group.handling;

import io.rollbook.provisioning.group.event.GroupEvent;
import io.rollbook.provisioning.group.event.GroupMembershipChanged;
import io.rollbook.provisioning.group.event.Member;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one request changes about a group's members, collected over its operations: who leaves and
 * joins again in the same request was never away. Not thread-safe.
 */
final class MembershipDelta {

    private final Map<String, Member> added = new LinkedHashMap<>();
    private final Set<String> removed = new LinkedHashSet<>();

    /** These were not members until now. */
    void joined(Collection<Member> members) {
        for (Member member : members) {
            if (!removed.remove(member.value())) {
                added.put(member.value(), member);
            }
        }
    }

    /** These were members until now. */
    void left(Collection<String> members) {
        for (String member : members) {
            if (added.remove(member) == null) {
                removed.add(member);
            }
        }
    }

    /** As many events as their bound needs; none when nothing changed. */
    List<GroupEvent> toEvents(String groupId) {
        var events = new ArrayList<GroupEvent>();
        var leaving = List.copyOf(removed);
        var joining = List.copyOf(added.values());
        int total = leaving.size() + joining.size();
        for (int from = 0; from < total; from += GroupMembershipChanged.MOST_MEMBERS) {
            int to = Math.min(total, from + GroupMembershipChanged.MOST_MEMBERS);
            events.add(
                    new GroupMembershipChanged(
                            groupId,
                            slice(joining, from - leaving.size(), to - leaving.size()),
                            slice(leaving, from, to)));
        }
        return events;
    }

    private static <T> List<T> slice(List<T> all, int from, int to) {
        return all.subList(Math.clamp(from, 0, all.size()), Math.clamp(to, 0, all.size()));
    }
}
