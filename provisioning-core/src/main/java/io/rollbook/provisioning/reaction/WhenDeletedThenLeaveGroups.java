package io.rollbook.provisioning.reaction;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.CommandSender;
import io.rollbook.provisioning.group.LeaveGroup;
import io.rollbook.provisioning.origin.ActorKind;
import io.rollbook.provisioning.origin.Origin;
import io.rollbook.provisioning.register.membership.Departure;
import io.rollbook.provisioning.register.membership.DepartureRegister;
import io.rollbook.provisioning.register.membership.MembershipRegister;
import io.rollbook.provisioning.transaction.Transactions;
import io.rollbook.scim.error.Outcome;

import java.time.InstantSource;
import java.util.List;

/**
 * A user or group that was deleted leaves the groups that it was in. Works off the departures that
 * were noted in the transactions of the deletions; on two nodes at once it does no harm.
 */
public final class WhenDeletedThenLeaveGroups {

    static final String NAME = "when-deleted-then-leave-groups";
    private static final int AT_ONCE = 100;
    private static final int GONE = 404;

    private final Transactions transactions;
    private final DepartureRegister departures;
    private final MembershipRegister members;
    private final CommandSender commands;
    private final InstantSource clock;

    public WhenDeletedThenLeaveGroups(
            Transactions transactions,
            DepartureRegister departures,
            MembershipRegister members,
            CommandSender commands,
            InstantSource clock) {
        this.transactions = transactions;
        this.departures = departures;
        this.members = members;
        this.commands = commands;
        this.clock = clock;
    }

    /**
     * Works off what waits.
     *
     * @return whether there may be more to do at once
     */
    public boolean workOff() {
        List<Departure> waiting = transactions.acrossTenants(() -> departures.waiting(AT_ONCE));
        boolean allDone = true;
        for (Departure departure : waiting) {
            allDone &= leaveGroups(departure);
        }
        return allDone && waiting.size() == AT_ONCE;
    }

    private boolean leaveGroups(Departure departure) {
        String after = "";
        for (var groups = next(departure, after);
                !groups.isEmpty();
                groups = next(departure, after)) {
            for (String group : groups) {
                if (!leave(departure, group)) {
                    return false;
                }
            }
            after = groups.getLast();
        }
        transactions.inTenant(
                departure.tenantId(),
                () -> {
                    departures.remove(departure);
                    return null;
                });
        return true;
    }

    private List<String> next(Departure departure, String after) {
        return transactions.inTenant(
                departure.tenantId(),
                () -> members.groupsOf(departure.tenantId(), departure.member(), after, AT_ONCE));
    }

    /** A group that is gone by now has taken its membership with it. */
    private boolean leave(Departure departure, String group) {
        var command =
                new LeaveGroup(AggregateId.group(departure.tenantId(), group), departure.member());
        return switch (commands.send(command, originOf(departure))) {
            case Outcome.Accepted<?>(var applied) -> true;
            case Outcome.Refused<?>(var error) -> error.status() == GONE;
        };
    }

    private Origin originOf(Departure departure) {
        return new Origin(
                departure.tenantId(),
                NAME + '/' + departure.causedBy(),
                0,
                ActorKind.SYSTEM,
                NAME,
                null,
                clock.instant(),
                departure.causedBy(),
                null);
    }
}
