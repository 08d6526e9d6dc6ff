package io.rollbook.provisioning.connection;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.CommandRefused;
import io.rollbook.provisioning.aggregate.Moment;
import io.rollbook.provisioning.connection.event.ConnectionEvent;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Keeps a connection's state for Axon. */
@AggregateRoot(type = "connection")
public class ConnectionAggregate {

    @SuppressWarnings("UnusedVariable") // read by Axon
    @AggregateIdentifier
    private @Nullable String identifier;

    private Connection state = new Connection.None();
    private long version;
    private String lastEventId = "";

    /** For Axon, which fills it from events. */
    ConnectionAggregate() {}

    ConnectionAggregate(AggregateId id) {
        identifier = id.text();
    }

    /** Decides and applies; throws {@link CommandRefused} for a refusal. */
    public Applied<Connection> carryOut(ConnectionCommand command) {
        var events = CommandRefused.acceptedOrThrow(command.decide(state));
        var before = state;
        events.forEach(AggregateLifecycle::apply);
        return new Applied<>(before, state, version, lastEventId, !events.isEmpty());
    }

    @EventSourcingHandler
    void on(ConnectionEvent event, DomainEventMessage<?> message) {
        identifier = message.getAggregateIdentifier();
        version = Moment.of(message).version();
        lastEventId = message.getIdentifier();
        state = state.after(event);
    }
}
