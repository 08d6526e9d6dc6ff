package io.rollbook.provisioning.group;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.IfMatch;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.patch.Patch;

/** PATCH /Groups/{id} (RFC 7644 §3.5.2). */
public record PatchGroup(AggregateId id, Patch patch, IfMatch ifMatch) implements GroupCommand {

    @Override
    public Outcome<GroupDecision> decide(Group group) {
        return group.present(ifMatch)
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
}
