package io.rollbook.provisioning.user.handling;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.CommandRefused;
import io.rollbook.provisioning.aggregate.Moment;
import io.rollbook.provisioning.course.Course;
import io.rollbook.provisioning.course.Step;
import io.rollbook.provisioning.user.User;
import io.rollbook.provisioning.user.UserCommand;
import io.rollbook.provisioning.user.UserSnapshot;
import io.rollbook.provisioning.user.event.UserEvent;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Keeps a user's state for Axon. */
@AggregateRoot(type = "user")
public class UserAggregate {

    @SuppressWarnings("UnusedVariable") // read by Axon
    @AggregateIdentifier
    private @Nullable String identifier;

    private User state = new User.Absent();
    private long version;
    private String lastEventId = "";

    /** For Axon, which fills it from events. */
    UserAggregate() {}

    UserAggregate(AggregateId id) {
        identifier = id.text();
    }

    Applied<User> carryOut(UserCommand command) {
        var before = state;
        Course.wants(() -> command.wanted(before));
        var events = CommandRefused.acceptedOrThrow(command.decide(before));
        Course.reached(Step.DECIDED);
        events.forEach(AggregateLifecycle::apply);
        return new Applied<>(before, state, version, lastEventId, !events.isEmpty());
    }

    public UserSnapshot snapshot() {
        return UserSnapshot.of(state);
    }

    @EventSourcingHandler
    void on(UserEvent event, DomainEventMessage<?> message) {
        remember(message);
        state = state.after(event, Moment.of(message));
    }

    @EventSourcingHandler
    void on(UserSnapshot snapshot, DomainEventMessage<?> message) {
        remember(message);
        state = snapshot.state();
    }

    private void remember(DomainEventMessage<?> message) {
        identifier = message.getAggregateIdentifier();
        version = Moment.of(message).version();
        lastEventId = message.getIdentifier();
    }
}
