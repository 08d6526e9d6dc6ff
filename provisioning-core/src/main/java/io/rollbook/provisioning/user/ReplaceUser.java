package io.rollbook.provisioning.user;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.provisioning.user.event.UserEvent;
import io.rollbook.scim.change.Replacement;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.precondition.Preconditions;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Complex;

import java.util.List;

/**
 * PUT /Users/{id} (RFC 7644 §3.5.1): what is left out is unassigned, {@code active} and what is
 * immutable excepted.
 *
 * @param type that the attributes were read with
 */
public record ReplaceUser(
        AggregateId id, ResourceType type, Complex attributes, Preconditions preconditions)
        implements UserCommand {

    @Override
    public Outcome<List<UserEvent>> decide(User user) {
        return user.present(preconditions)
                .flatMap(
                        present ->
                                Replacement.of(present.attributes(), attributes, type)
                                        .map(present::becoming));
    }

    @Override
    public Wanted wanted(User user) {
        return user.wanting(current -> Replacement.wished(current, attributes, type));
    }
}
