package io.rollbook.provisioning.group;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.provisioning.group.event.GroupDeleted;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.precondition.Preconditions;

import java.util.List;

/** DELETE /Groups/{id} (RFC 7644 §3.6); the membership goes with the group. */
public record DeleteGroup(AggregateId id, Preconditions preconditions) implements GroupCommand {

    @Override
    public Outcome<GroupDecision> decide(Group group) {
        return group.present(preconditions)
                .map(
                        present ->
                                new GroupDecision(
                                        List.of(new GroupDeleted(present.id())), List.of()));
    }

    @Override
    public Wanted wanted(Group group) {
        return Wanted.NOTHING;
    }
}
