package io.rollbook.provisioning.group;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.group.event.GroupCreated;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.patch.MemberOperation;
import io.rollbook.scim.value.Complex;

import java.util.List;

/** POST /Groups (RFC 7644 §3.3). */
public record CreateGroup(AggregateId id, Complex attributes, List<Complex> members)
        implements GroupCommand {

    public CreateGroup {
        members = List.copyOf(members);
    }

    @Override
    public Outcome<GroupDecision> decide(Group group) {
        if (group instanceof PresentGroup) {
            return Outcome.refused(ScimError.conflict("There is a group with this id already"));
        }
        List<MemberOperation> membership =
                members.isEmpty() ? List.of() : List.of(new MemberOperation.AddMembers(members));
        return Outcome.accepted(
                new GroupDecision(List.of(new GroupCreated(id.id(), attributes)), membership));
    }
}
