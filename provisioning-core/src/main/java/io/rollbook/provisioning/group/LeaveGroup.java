package io.rollbook.provisioning.group;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.patch.MemberOperation;
import io.rollbook.scim.precondition.Preconditions;

import java.util.List;

/**
 * Takes one member out of a group: sent by the reaction to a deletion.
 *
 * @param member its id
 */
public record LeaveGroup(AggregateId id, String member) implements GroupCommand {

    @Override
    public Outcome<GroupDecision> decide(Group group) {
        return group.present(Preconditions.NONE)
                .map(
                        present ->
                                new GroupDecision(
                                        List.of(),
                                        List.of(
                                                new MemberOperation.RemoveMembers(
                                                        List.of(member)))));
    }

    @Override
    public Wanted wanted(Group group) {
        return Wanted.NOTHING;
    }
}
