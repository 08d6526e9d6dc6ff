package io.rollbook.provisioning.group;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.scim.change.Replacement;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.patch.MemberOperation;
import io.rollbook.scim.patch.Patched;
import io.rollbook.scim.precondition.Preconditions;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;

import java.util.List;

/**
 * PUT /Groups/{id} (RFC 7644 §3.5.1): what is left out is unassigned, the members as well; what is
 * immutable stays.
 *
 * @param type that the attributes were read with
 */
public record ReplaceGroup(
        AggregateId id,
        ResourceType type,
        Complex attributes,
        List<Complex> members,
        Preconditions preconditions)
        implements GroupCommand {

    public ReplaceGroup {
        members = List.copyOf(members);
    }

    @Override
    public Outcome<GroupDecision> decide(Group group) {
        return group.present(preconditions)
                .flatMap(
                        present ->
                                Replacement.of(present.attributes(), attributes, type)
                                        .map(present::becoming))
                .map(events -> new GroupDecision(events, List.of(membership())));
    }

    @Override
    public Wanted wanted(Group group) {
        return group.wanting(
                current ->
                        new Patched(
                                Replacement.wished(current, attributes, type),
                                List.of(membership())));
    }

    private MemberOperation membership() {
        return members.isEmpty()
                ? new MemberOperation.RemoveAllMembers()
                : new MemberOperation.ReplaceMembers(members);
    }
}
