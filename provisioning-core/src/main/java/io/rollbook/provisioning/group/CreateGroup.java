package io.rollbook.provisioning.group;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.provisioning.group.event.GroupCreated;
import io.rollbook.scim.change.Changes;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.patch.MemberOperation;
import io.rollbook.scim.value.Complex;

import java.util.List;
import java.util.stream.Stream;

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
        return Outcome.accepted(
                new GroupDecision(List.of(new GroupCreated(id.id(), attributes)), membership()));
    }

    @Override
    public Wanted wanted(Group group) {
        return Wanted.of(
                Stream.concat(
                        Changes.between(Complex.EMPTY, attributes).stream(),
                        WantedMembers.of(membership())),
                true);
    }

    private List<MemberOperation> membership() {
        return members.isEmpty() ? List.of() : List.of(new MemberOperation.AddMembers(members));
    }
}
