package io.rollbook.provisioning.user;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.provisioning.user.event.UserDeleted;
import io.rollbook.provisioning.user.event.UserEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.precondition.Preconditions;

import java.util.List;

/** DELETE /Users/{id} (RFC 7644 §3.6). */
public record DeleteUser(AggregateId id, Preconditions preconditions) implements UserCommand {

    @Override
    public Outcome<List<UserEvent>> decide(User user) {
        return user.present(preconditions).map(present -> List.of(new UserDeleted(present.id())));
    }

    @Override
    public Wanted wanted(User user) {
        return Wanted.NOTHING;
    }
}
