package io.rollbook.provisioning.user;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.provisioning.user.event.UserCreated;
import io.rollbook.provisioning.user.event.UserEvent;
import io.rollbook.scim.change.Changes;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;

import java.util.List;

/** POST /Users (RFC 7644 §3.3). */
public record CreateUser(AggregateId id, Complex attributes) implements UserCommand {

    /** Who says nothing of {@code active} means a user that may work. */
    @Override
    public Outcome<List<UserEvent>> decide(User user) {
        if (user instanceof PresentUser) {
            return Outcome.refused(ScimError.conflict("There is a user with this id already"));
        }
        var complete =
                attributes.has(PresentUser.ACTIVE)
                        ? attributes
                        : attributes.with(PresentUser.ACTIVE, Bool.TRUE);
        return Outcome.accepted(List.of(new UserCreated(id.id(), complete)));
    }

    @Override
    public Wanted wanted(User user) {
        return Wanted.of(Changes.between(Complex.EMPTY, attributes).stream(), true);
    }
}
