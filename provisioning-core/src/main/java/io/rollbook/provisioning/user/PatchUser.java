package io.rollbook.provisioning.user;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.provisioning.user.event.UserEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.patch.Patch;
import io.rollbook.scim.precondition.Preconditions;

import java.util.List;

/** PATCH /Users/{id} (RFC 7644 §3.5.2). */
public record PatchUser(AggregateId id, Patch patch, Preconditions preconditions)
        implements UserCommand {

    @Override
    public Outcome<List<UserEvent>> decide(User user) {
        return user.present(preconditions)
                .flatMap(
                        present ->
                                patch.apply(present.attributes())
                                        .map(patched -> present.becoming(patched.attributes())));
    }

    @Override
    public Wanted wanted(User user) {
        return user.wanting(attributes -> patch.wished(attributes).attributes());
    }
}
