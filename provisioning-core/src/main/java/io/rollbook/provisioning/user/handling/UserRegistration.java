package io.rollbook.provisioning.user.handling;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.CommandRefused;
import io.rollbook.provisioning.group.event.MemberType;
import io.rollbook.provisioning.register.ExtensionUseRegister;
import io.rollbook.provisioning.register.ResourceRegister;
import io.rollbook.provisioning.register.UniqueName;
import io.rollbook.provisioning.register.membership.Departure;
import io.rollbook.provisioning.register.membership.DepartureRegister;
import io.rollbook.provisioning.user.PresentUser;
import io.rollbook.provisioning.user.User;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.value.Complex;

import java.util.Objects;

/** Lets the registers follow a user's state, in the transaction of the change. */
public final class UserRegistration {

    private final ResourceRegister resources;
    private final DepartureRegister departures;
    private final ExtensionUseRegister extensions;

    public UserRegistration(
            ResourceRegister resources,
            DepartureRegister departures,
            ExtensionUseRegister extensions) {
        this.resources = resources;
        this.departures = departures;
        this.extensions = extensions;
    }

    void follow(AggregateId id, Applied<User> applied) {
        extensions.follow(
                id.tenantId(),
                id.id(),
                attributesOf(applied.before()),
                attributesOf(applied.after()));
        switch (applied.before()) {
            case User.Absent() -> {
                if (applied.after() instanceof PresentUser created) {
                    take(id, created);
                }
            }
            case PresentUser before -> {
                switch (applied.after()) {
                    case PresentUser after -> rename(id, before, after);
                    case User.Absent() -> leave(id, applied.lastEventId());
                }
            }
        }
    }

    private void take(AggregateId id, PresentUser user) {
        if (!resources.add(
                id.tenantId(), MemberType.USER, id.id(), nameOf(user), user.displayName())) {
            throw taken();
        }
    }

    private void rename(AggregateId id, PresentUser before, PresentUser after) {
        boolean sameDisplay = Objects.equals(before.displayName(), after.displayName());
        if (sameDisplay && before.userName().equals(after.userName())) {
            return;
        }
        UniqueName name = nameOf(after);
        boolean same = sameDisplay && name.equals(nameOf(before));
        if (!same && !resources.rename(id.tenantId(), id.id(), name, after.displayName())) {
            throw taken();
        }
    }

    /** First out of the register, so that nobody can put the user into one more group. */
    private void leave(AggregateId id, String causedBy) {
        resources.remove(id.tenantId(), id.id());
        departures.add(new Departure(id.tenantId(), id.id(), causedBy));
    }

    private static Complex attributesOf(User user) {
        return user instanceof PresentUser present ? present.attributes() : Complex.EMPTY;
    }

    private static UniqueName nameOf(PresentUser user) {
        return CommandRefused.acceptedOrThrow(UniqueName.of("userName", user.userName()));
    }

    private static CommandRefused taken() {
        return new CommandRefused(ScimError.conflict("userName is taken by another user"));
    }
}
