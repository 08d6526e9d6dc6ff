package io.rollbook.provisioning.group;

import io.rollbook.provisioning.aggregate.Moment;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.provisioning.group.event.GroupCreated;
import io.rollbook.provisioning.group.event.GroupDeleted;
import io.rollbook.provisioning.group.event.GroupEvent;
import io.rollbook.provisioning.group.event.GroupMembershipChanged;
import io.rollbook.provisioning.group.event.GroupUpdated;
import io.rollbook.scim.change.Changes;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.patch.Patched;
import io.rollbook.scim.precondition.Preconditions;
import io.rollbook.scim.value.Complex;

import java.util.function.Function;
import java.util.stream.Stream;

/** A group as its events tell, without its members. */
public sealed interface Group permits Group.Absent, PresentGroup {

    /** Not created yet, or deleted for good. */
    record Absent() implements Group {}

    /** The state after one more event. */
    default Group after(GroupEvent event, Moment at) {
        return switch (event) {
            case GroupCreated created -> PresentGroup.of(created, at);
            case GroupUpdated(var id, var changes) -> {
                var group = requirePresent();
                yield group.with(Changes.apply(group.attributes(), changes), at);
            }
            case GroupMembershipChanged changed -> {
                var group = requirePresent();
                yield group.with(group.attributes(), at);
            }
            case GroupDeleted(var id) -> new Absent();
        };
    }

    /** The group when there is one, 404 when not, 412 when it is not in the expected version. */
    default Outcome<PresentGroup> present(Preconditions expected) {
        return switch (this) {
            case Absent() -> Outcome.refused(notFound());
            case PresentGroup group -> expected.check(group.meta().version(), group);
        };
    }

    /** What a command wants that would have made this of its attributes and members. */
    default Wanted wanting(Function<Complex, Patched> becoming) {
        var attributes =
                switch (this) {
                    case Absent() -> Complex.EMPTY;
                    case PresentGroup group -> group.attributes();
                };
        var wished = becoming.apply(attributes);
        return Wanted.of(
                Stream.concat(
                        Changes.between(attributes, wished.attributes()).stream(),
                        WantedMembers.of(wished.detached())),
                this instanceof PresentGroup);
    }

    static ScimError notFound() {
        return ScimError.notFound("There is no group with this id");
    }

    private PresentGroup requirePresent() {
        return switch (this) {
            case PresentGroup group -> group;
            case Absent() ->
                    throw new IllegalStateException("An event of a group that is not there");
        };
    }
}
