package io.rollbook.provisioning.group.handling;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.CommandRefused;
import io.rollbook.provisioning.group.Group;
import io.rollbook.provisioning.group.PresentGroup;
import io.rollbook.provisioning.group.event.MemberType;
import io.rollbook.provisioning.register.ExtensionUseRegister;
import io.rollbook.provisioning.register.ResourceRegister;
import io.rollbook.provisioning.register.UniqueName;
import io.rollbook.provisioning.register.membership.Departure;
import io.rollbook.provisioning.register.membership.DepartureRegister;
import io.rollbook.provisioning.register.membership.MembershipRegister;
import io.rollbook.scim.error.ScimError;
import io.rollbook.scim.value.Complex;

/** Lets the registers follow a group's state, in the transaction of the change. */
public final class GroupRegistration {

    private final ResourceRegister resources;
    private final MembershipRegister members;
    private final DepartureRegister departures;
    private final ExtensionUseRegister extensions;

    public GroupRegistration(
            ResourceRegister resources,
            MembershipRegister members,
            DepartureRegister departures,
            ExtensionUseRegister extensions) {
        this.resources = resources;
        this.members = members;
        this.departures = departures;
        this.extensions = extensions;
    }

    void follow(AggregateId id, Applied<Group> applied) {
        extensions.follow(
                id.tenantId(),
                id.id(),
                attributesOf(applied.before()),
                attributesOf(applied.after()));
        switch (applied.before()) {
            case Group.Absent() -> {
                if (applied.after() instanceof PresentGroup created) {
                    take(id, created);
                }
            }
            case PresentGroup before -> {
                switch (applied.after()) {
                    case PresentGroup after -> rename(id, before, after);
                    case Group.Absent() -> leave(id, applied.lastEventId());
                }
            }
        }
    }

    private void take(AggregateId id, PresentGroup group) {
        var name = nameOf(group);
        if (!resources.add(id.tenantId(), MemberType.GROUP, id.id(), name, group.displayName())) {
            throw taken();
        }
    }

    private void rename(AggregateId id, PresentGroup before, PresentGroup after) {
        if (!before.displayName().equals(after.displayName())
                && !resources.rename(id.tenantId(), id.id(), nameOf(after), after.displayName())) {
            throw taken();
        }
    }

    /** First out of the register, so that nobody can put the group into one more group. */
    private void leave(AggregateId id, String causedBy) {
        resources.remove(id.tenantId(), id.id());
        members.dissolve(id.tenantId(), id.id());
        departures.add(new Departure(id.tenantId(), id.id(), causedBy));
    }

    private static Complex attributesOf(Group group) {
        return group instanceof PresentGroup present ? present.attributes() : Complex.EMPTY;
    }

    private static UniqueName nameOf(PresentGroup group) {
        return CommandRefused.acceptedOrThrow(UniqueName.of("displayName", group.displayName()));
    }

    private static CommandRefused taken() {
        return new CommandRefused(ScimError.conflict("displayName is taken by another group"));
    }
}
