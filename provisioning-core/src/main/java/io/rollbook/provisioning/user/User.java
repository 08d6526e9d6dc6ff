package io.rollbook.provisioning.user;

import io.rollbook.provisioning.aggregate.Moment;
import io.rollbook.provisioning.course.Wanted;
import io.rollbook.provisioning.user.event.UserCreated;
import io.rollbook.provisioning.user.event.UserDeactivated;
import io.rollbook.provisioning.user.event.UserDeleted;
import io.rollbook.provisioning.user.event.UserEvent;
import io.rollbook.provisioning.user.event.UserReactivated;
import io.rollbook.provisioning.user.event.UserUpdated;
import io.rollbook.scim.change.Changes;
import io.rollbook.scim.error.Outcome;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.precondition.Preconditions;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;

import java.util.function.UnaryOperator;

/** A user as its events tell. */
public sealed interface User permits User.Absent, PresentUser {

    /** Not created yet, or deleted for good. */
    record Absent() implements User {}

    /** The state after one more event. */
    default User after(UserEvent event, Moment at) {
        return switch (event) {
            case UserCreated created -> PresentUser.of(created, at);
            case UserUpdated(var id, var changes) -> {
                var user = requirePresent();
                yield user.with(Changes.apply(user.attributes(), changes), at);
            }
            case UserDeactivated(var id) -> requirePresent().withActive(false, at);
            case UserReactivated(var id) -> requirePresent().withActive(true, at);
            case UserDeleted(var id) -> new Absent();
        };
    }

    /** The user when there is one, 404 when not, 412 when it is not in the expected version. */
    default Outcome<PresentUser> present(Preconditions expected) {
        return switch (this) {
            case Absent() -> Outcome.refused(ScimError.notFound("There is no user with this id"));
            case PresentUser user -> expected.check(user.meta().version(), user);
        };
    }

    /**
     * What a command wants that would have made something of its attributes. Where they say nothing
     * of {@code active} it would have stayed as it is.
     */
    default Wanted wanting(UnaryOperator<Complex> becoming) {
        return switch (this) {
            case Absent() ->
                    Wanted.of(
                            Changes.between(Complex.EMPTY, becoming.apply(Complex.EMPTY)).stream(),
                            false);
            case PresentUser user -> {
                var wished = becoming.apply(user.attributes());
                var whole =
                        wished.has(PresentUser.ACTIVE)
                                ? wished
                                : wished.with(PresentUser.ACTIVE, Bool.of(user.active()));
                yield Wanted.of(Changes.between(user.attributes(), whole).stream(), true);
            }
        };
    }

    private PresentUser requirePresent() {
        return switch (this) {
            case PresentUser user -> user;
            case Absent() ->
                    throw new IllegalStateException("An event of a user that is not there");
        };
    }
}
