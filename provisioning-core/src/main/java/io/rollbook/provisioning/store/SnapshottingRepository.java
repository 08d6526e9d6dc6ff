package io.rollbook.provisioning.store;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

import java.util.function.Function;

/**
 * Keeps a snapshot of the aggregate's state beside its events, written in the transaction that
 * appends them. Loading costs one short read, however long the history is.
 */
final class SnapshottingRepository<A> extends EventSourcingRepository<A> {

    private final EventStore store;
    private final int every;
    private final Function<? super A, ?> snapshot;

    /**
     * @param every after how many events the next snapshot is due; 1 for a snapshot that is always
     *     the present state
     */
    SnapshottingRepository(
            Builder<A> builder, EventStore store, int every, Function<? super A, ?> snapshot) {
        super(builder);
        this.store = store;
        this.every = every;
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
        long version = aggregate.version();
        Long found = CurrentUnitOfWork.get().getResource(loaded(id));
        if (found == null ? every > 1 : (version + 1) / every == (found + 1) / every) {
            return;
        }
        var state = aggregate.invoke(snapshot::apply);
        store.storeSnapshot(new GenericDomainEventMessage<>(aggregate.type(), id, version, state));
    }

    private static String loaded(String id) {
        return "loaded version of " + id;
    }
}
