package io.rollbook.provisioning.user;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.IfMatch;
import io.rollbook.provisioning.user.event.UserEvent;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.patch.Patch;

import java.util.List;

/** PATCH /Users/{id} (RFC 7644 §3.5.2). */
public record PatchUser(AggregateId id, Patch patch, IfMatch ifMatch) implements UserCommand {

    @Override
    public Outcome<List<UserEvent>> decide(User user) {
        return user.present(ifMatch)
                .flatMap(
                        present ->
                                patch.apply(present.attributes())
                                        .map(patched -> present.becoming(patched.attributes())));
    }
}
