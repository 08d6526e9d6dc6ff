package io.rollbook.provisioning.store;

import io.rollbook.provisioning.store.catalog.EventCatalog;

import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;

import java.util.function.Function;
import java.util.function.Predicate;

/** Makes the repositories that command handlers load aggregates from. */
public final class Aggregates {

    private final EventStore store;

    public Aggregates(EventStore store) {
        this.store = store;
    }

    /** For aggregates with a short history: each load reads all of it. */
    public <A> Repository<A> ofEvents(Class<A> type) {
        return EventSourcingRepository.builder(type).eventStore(store).build();
    }

    /**
     * For aggregates with a long history: the state is kept as a snapshot, written with the
     * changes.
     *
     * @param every after how many events a snapshot is written
     * @param early whether it is written before that, because the aggregate's last events are large
     * @param state the aggregate's state as a type of the {@link EventCatalog}; an event sourcing
     *     handler for this type takes it back, which must include the aggregate identifier
     */
    public <A> Repository<A> withSnapshots(
            Class<A> type, int every, Predicate<? super A> early, Function<? super A, ?> state) {
        return new SnapshottingRepository<>(
                EventSourcingRepository.builder(type).eventStore(store),
                store,
                new Snapshots<>(every, early, state));
    }
}
