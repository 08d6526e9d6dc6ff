package io.rollbook.provisioning.group.handling;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.TimeOrderedIds;
import io.rollbook.provisioning.group.event.Member;
import io.rollbook.provisioning.group.event.MemberType;
import io.rollbook.provisioning.register.ResourceRegister;
import io.rollbook.provisioning.register.membership.MembershipRegister;
import io.rollbook.provisioning.register.membership.NestingRegister;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.error.ScimType;
import io.rollbook.scim.patch.MemberOperation;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Carries out what is wanted of a group's members on the register, and says what that changed. A
 * refusal leaves the register half changed: the transaction has to be rolled back.
 */
public final class Membership {

    private static final int MOST_SHOWN = 64;

    private final ResourceRegister resources;
    private final MembershipRegister members;
    private final NestingRegister nesting;

    public Membership(
            ResourceRegister resources, MembershipRegister members, NestingRegister nesting) {
        this.resources = resources;
        this.members = members;
        this.nesting = nesting;
    }

    Outcome<MembershipDelta> carryOut(AggregateId group, List<MemberOperation> operations) {
        Outcome<MembershipDelta> outcome = Outcome.accepted(new MembershipDelta());
        for (MemberOperation operation : operations) {
            outcome = outcome.flatMap(delta -> carryOut(group, operation, delta));
        }
        return outcome;
    }

    private Outcome<MembershipDelta> carryOut(
            AggregateId group, MemberOperation operation, MembershipDelta delta) {
        return switch (operation) {
            case MemberOperation.AddMembers(var elements) -> join(group, idsOf(elements), delta);
            case MemberOperation.RemoveMembers(var ids) -> leave(group, ids, delta);
            case MemberOperation.RemoveMatching(var filter) ->
                    leave(group, new MemberFilter(filter).idsIn(members, group), delta);
            case MemberOperation.RemoveAllMembers() -> leaveAllBut(group, Set.of(), delta);
            case MemberOperation.ReplaceMembers(var elements) -> {
                Set<String> ids = idsOf(elements);
                yield leaveAllBut(group, ids, delta).flatMap(left -> join(group, ids, left));
            }
        };
    }

    private Outcome<MembershipDelta> leave(
            AggregateId group, Collection<String> ids, MembershipDelta delta) {
        var readable = wellFormed(ids);
        if (!readable.isEmpty()) {
            delta.left(members.leave(group.tenantId(), group.id(), readable));
        }
        return Outcome.accepted(delta);
    }

    private Outcome<MembershipDelta> leaveAllBut(
            AggregateId group, Set<String> ids, MembershipDelta delta) {
        delta.left(members.leaveAllBut(group.tenantId(), group.id(), wellFormed(ids)));
        return Outcome.accepted(delta);
    }

    private Outcome<MembershipDelta> join(
            AggregateId group, Set<String> ids, MembershipDelta delta) {
        Map<String, MemberType> types = resources.typesOf(group.tenantId(), wellFormed(ids));
        for (String id : ids) {
            if (!types.containsKey(id)) {
                return Outcome.refused(unknown(id));
            }
        }
        var groups = ids.stream().filter(id -> types.get(id) == MemberType.GROUP).toList();
        if (!groups.isEmpty() && closesCycle(group, groups)) {
            return Outcome.refused(cycle());
        }
        var wanted = types.entrySet().stream().map(e -> new Member(e.getKey(), e.getValue()));
        delta.joined(members.join(group.tenantId(), group.id(), wanted.toList()));
        return Outcome.accepted(delta);
    }

    private boolean closesCycle(AggregateId group, List<String> joining) {
        nesting.lock(group.tenantId());
        return nesting.isBelow(group.tenantId(), joining, group.id());
    }

    private static Set<String> idsOf(List<Complex> elements) {
        var ids = new LinkedHashSet<String>();
        for (Complex element : elements) {
            if (element.get("value") instanceof Text(String id)) {
                ids.add(id);
            }
        }
        return ids;
    }

    /** What cannot be an id is not worth a look-up, and must not reach the database. */
    private static List<String> wellFormed(Collection<String> ids) {
        return ids.stream().filter(TimeOrderedIds::isWellFormed).toList();
    }

    private static ScimError unknown(String id) {
        int shownPoints = Math.min(MOST_SHOWN, id.codePointCount(0, id.length()));
        String shown = id.substring(0, id.offsetByCodePoints(0, shownPoints));
        return ScimError.badRequest(
                ScimType.INVALID_VALUE,
                "members: there is no user or group with the id \"" + shown + '"');
    }

    private static ScimError cycle() {
        return ScimError.badRequest(
                ScimType.INVALID_VALUE, "members: the group would become a member of itself");
    }
}
