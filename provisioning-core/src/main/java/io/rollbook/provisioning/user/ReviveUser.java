package io.rollbook.provisioning.user;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.provisioning.user.event.UserEvent;
import io.rollbook.scim.change.Replacement;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.filter.CaseFold;
import io.rollbook.scim.precondition.Preconditions;
import io.rollbook.scim.schema.ResourceType;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;

import java.util.List;

/**
 * POST /Users with the userName of an inactive user, where the connection is set to revive: that
 * user works again, with the attributes that were sent.
 *
 * @param id of the user that had the name
 * @param type that the attributes were read with
 */
public record ReviveUser(AggregateId id, ResourceType type, Complex attributes)
        implements UserCommand {

    /** Between the look at the register and now the user may have become another. */
    @Override
    public Outcome<List<UserEvent>> decide(User user) {
        return user.present(Preconditions.NONE)
                .flatMap(
                        present ->
                                present.active() || !isNamedAsWanted(present)
                                        ? Outcome.refused(
                                                ScimError.conflict(
                                                        "userName is taken by another user"))
                                        : Replacement.of(
                                                        present.attributes(),
                                                        attributes.with(
                                                                PresentUser.ACTIVE, Bool.TRUE),
                                                        type)
                                                .map(present::becoming));
    }

    @Override
    public Wanted wanted(User user) {
        return user.wanting(
                current ->
                        Replacement.wished(
                                current, attributes.with(PresentUser.ACTIVE, Bool.TRUE), type));
    }

    private boolean isNamedAsWanted(PresentUser user) {
        return attributes.get(PresentUser.USER_NAME) instanceof Text(String wanted)
                && CaseFold.fold(wanted).equals(CaseFold.fold(user.userName()));
    }
}
