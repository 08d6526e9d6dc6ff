package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.CommandRefused;
import io.rollbook.provisioning.aggregate.Moment;
import io.rollbook.provisioning.tenant.event.TenantEvent;

import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.AggregateRoot;
import org.jspecify.annotations.Nullable;

/** Keeps a tenant's state for Axon. */
@AggregateRoot(type = "tenant")
public class TenantAggregate {

    @SuppressWarnings("UnusedVariable") // read by Axon
    @AggregateIdentifier
    private @Nullable String identifier;

    private Tenant state = new Tenant.None();
    private long version;
    private String lastEventId = "";

    /** For Axon, which fills it from events. */
    TenantAggregate() {}

    TenantAggregate(AggregateId id) {
        identifier = id.text();
    }

    Applied<Tenant> carryOut(TenantCommand command) {
        var events = CommandRefused.acceptedOrThrow(command.decide(state));
        var before = state;
        events.forEach(AggregateLifecycle::apply);
        return new Applied<>(before, state, version, lastEventId, !events.isEmpty());
    }

    @EventSourcingHandler
    void on(TenantEvent event, DomainEventMessage<?> message) {
        identifier = message.getAggregateIdentifier();
        version = Moment.of(message).version();
        lastEventId = message.getIdentifier();
        state = state.after(event);
    }
}
