package io.rollbook.provisioning.group;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.patch.Patch;
import io.rollbook.scim.precondition.Preconditions;

/** PATCH /Groups/{id} (RFC 7644 §3.5.2). */
public record PatchGroup(AggregateId id, Patch patch, Preconditions preconditions)
        implements GroupCommand {

    @Override
    public Outcome<GroupDecision> decide(Group group) {
        return group.present(preconditions)
                .flatMap(
                        present ->
                                patch.apply(present.attributes())
                                        .map(
                                                patched ->
                                                        new GroupDecision(
                                                                present.becoming(
                                                                        patched.attributes()),
                                                                patched.detached())));
    }

    @Override
    public Wanted wanted(Group group) {
        return group.wanting(patch::wished);
    }
}
