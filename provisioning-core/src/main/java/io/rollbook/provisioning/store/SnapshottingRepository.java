package io.rollbook.provisioning.store;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

import java.util.function.Function;

/**
 * Keeps a snapshot of the aggregate's present state beside its events, written in the transaction
 * that appends them. Loading costs two short reads, however long the history and however large the
 * events in it are.
 */
final class SnapshottingRepository<A> extends EventSourcingRepository<A> {

    private final EventStore store;
    private final Function<? super A, ?> snapshot;

    SnapshottingRepository(Builder<A> builder, EventStore store, Function<? super A, ?> snapshot) {
        super(builder);
        this.store = store;
        this.snapshot = snapshot;
    }

    @Override
    protected EventSourcedAggregate<A> doLoadWithLock(String id, Long expectedVersion) {
        var aggregate = super.doLoadWithLock(id, expectedVersion);
        CurrentUnitOfWork.get().resources().put(loaded(id), aggregate.version());
        return aggregate;
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<A> aggregate) {
        super.doSaveWithLock(aggregate);
        var id = aggregate.identifierAsString();
        var version = aggregate.version();
        if (version.equals(CurrentUnitOfWork.get().getResource(loaded(id)))) {
            return;
        }
        var state = aggregate.invoke(snapshot::apply);
        store.storeSnapshot(new GenericDomainEventMessage<>(aggregate.type(), id, version, state));
    }

    private static String loaded(String id) {
        return "loaded version of " + id;
    }
}
