package io.rollbook.provisioning.group.handling;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.CommandRefused;
import io.rollbook.provisioning.aggregate.Moment;
import io.rollbook.provisioning.course.Course;
import io.rollbook.provisioning.course.Step;
import io.rollbook.provisioning.group.Group;
import io.rollbook.provisioning.group.GroupCommand;
import io.rollbook.provisioning.group.GroupSnapshot;
import io.rollbook.provisioning.group.event.GroupEvent;
import io.rollbook.provisioning.group.event.GroupMembershipChanged;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Keeps a group's state for Axon. */
@AggregateRoot(type = "group")
public class GroupAggregate {

    private static final int MANY = 100;

    @SuppressWarnings("UnusedVariable") // read by Axon
    @AggregateIdentifier
    private @Nullable String identifier;

    private Group state = new Group.Absent();
    private long version;
    private String lastEventId = "";
    private int named;

    /** For Axon, which fills it from events. */
    GroupAggregate() {}

    GroupAggregate(AggregateId id) {
        identifier = id.text();
    }

    Applied<Group> carryOut(GroupCommand command, Membership membership) {
        var before = state;
        long found = version;
        Course.wants(() -> command.wanted(before));
        var decision = CommandRefused.acceptedOrThrow(command.decide(before));
        Course.reached(Step.DECIDED);
        decision.events().forEach(AggregateLifecycle::apply);
        var delta =
                CommandRefused.acceptedOrThrow(
                        membership.carryOut(command.id(), decision.membership()));
        if (!decision.membership().isEmpty()) {
            Course.reached(Step.RESOLVED);
        }
        delta.toEvents(command.id().id()).forEach(AggregateLifecycle::apply);
        return new Applied<>(before, state, version, lastEventId, version != found);
    }

    public GroupSnapshot snapshot() {
        return GroupSnapshot.of(state);
    }

    /** An event may name a thousand members: so many are not read again. */
    public boolean namedManyMembers() {
        return named > MANY;
    }

    @EventSourcingHandler
    void on(GroupEvent event, DomainEventMessage<?> message) {
        remember(message);
        if (event instanceof GroupMembershipChanged(var id, var added, var removed)) {
            named += added.size() + removed.size();
        }
        state = state.after(event, Moment.of(message));
    }

    @EventSourcingHandler
    void on(GroupSnapshot snapshot, DomainEventMessage<?> message) {
        remember(message);
        state = snapshot.state();
    }

    private void remember(DomainEventMessage<?> message) {
        identifier = message.getAggregateIdentifier();
        version = Moment.of(message).version();
        lastEventId = message.getIdentifier();
    }
}
