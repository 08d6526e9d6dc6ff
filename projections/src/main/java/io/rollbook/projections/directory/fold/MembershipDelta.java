package io.rollbook.projections.directory.fold;

import io.rollbook.contract.group.Member;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a series of events does to memberships in the end. A deletion outweighs everything before
 * and after it: ids never return. So the result does not depend on where one batch ends and the
 * next begins.
 */
public final class MembershipDelta {

    /** One member in one group. */
    public record Edge(String groupId, String memberId) {}

    private final Map<Edge, String> typeOfJoined = new LinkedHashMap<>();
    private final Set<Edge> left = new HashSet<>();
    private final Map<String, Long> deleted = new HashMap<>();

    public void joined(String groupId, List<Member> members) {
        for (var member : members) {
            var edge = new Edge(groupId, member.value());
            left.remove(edge);
            typeOfJoined.put(edge, member.type());
        }
    }

    public void left(String groupId, List<String> memberIds) {
        for (var memberId : memberIds) {
            var edge = new Edge(groupId, memberId);
            typeOfJoined.remove(edge);
            left.add(edge);
        }
    }

    /** A user or group is gone, as a member and as a group. */
    public void deleted(String id, long version) {
        deleted.put(id, version);
    }

    /** Who is a member in the end, with the type of the member. */
    public Map<Edge, String> joined() {
        var joined = new LinkedHashMap<>(typeOfJoined);
        joined.keySet().removeIf(edge -> isDeleted(edge.groupId()) || isDeleted(edge.memberId()));
        return joined;
    }

    public Collection<Edge> left() {
        return left;
    }

    public Map<String, Long> deleted() {
        return deleted;
    }

    private boolean isDeleted(String id) {
        return deleted.containsKey(id);
    }
}
