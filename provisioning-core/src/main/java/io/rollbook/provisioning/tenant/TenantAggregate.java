package io.rollbook.provisioning.tenant;

import io.rollbook.provisioning.aggregate.AggregateId;
import io.rollbook.provisioning.aggregate.Applied;
import io.rollbook.provisioning.aggregate.Moment;
import io.rollbook.provisioning.aggregate.Refusal;
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

    @AggregateIdentifier private @Nullable String identifier;
    private Tenant state = Tenant.NONE;
    private long version;

    /** For Axon, which fills it from events. */
    TenantAggregate() {}

    TenantAggregate(AggregateId id) {
        identifier = id.text();
    }

    Applied<Tenant> carryOut(CreateTenant command) {
        var events = Refusal.acceptedOrThrow(command.decide(state));
        events.forEach(AggregateLifecycle::apply);
        return new Applied<>(state, version, !events.isEmpty());
    }

    @EventSourcingHandler
    void on(TenantEvent event, DomainEventMessage<?> message) {
        identifier = message.getAggregateIdentifier();
        version = Moment.of(message).version();
        state = state.after(event);
    }
}
