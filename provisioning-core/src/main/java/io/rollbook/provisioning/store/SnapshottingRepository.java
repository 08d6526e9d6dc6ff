package io.rollbook.provisioning.store;

import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.EventSourcedAggregate;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Keeps snapshots of the aggregate's state beside its events, written in the transaction that
 * appends them, and the last states in memory. Loading costs one short read, however long the
 * history is, or none.
 */
final class SnapshottingRepository<A> extends EventSourcingRepository<A> {

    private static final long NONE = -1;

    private final EventStore store;
    private final Snapshots<A> snapshots;
    private final RememberedStates remembered = new RememberedStates();

    SnapshottingRepository(Builder<A> builder, EventStore store, Snapshots<A> snapshots) {
        super(builder);
        this.store = store;
        this.snapshots = snapshots;
    }

    @Override
    protected EventSourcedAggregate<A> doLoadWithLock(String id, Long expectedVersion) {
        var aggregate = super.doLoadWithLock(id, expectedVersion);
        var work = CurrentUnitOfWork.get();
        work.resources().put(loaded(id), aggregate.version());
        if (work.getResource(fromMemory(id)) != null) {
            FromMemory.note(work, store, aggregate);
            work.onRollback(failed -> remembered.doubt(id));
        }
        return aggregate;
    }

    @Override
    protected DomainEventStream readEvents(String id) {
        var state = remembered.of(id);
        if (state.isEmpty()) {
            return super.readEvents(id);
        }
        CurrentUnitOfWork.get().resources().put(fromMemory(id), true);
        return DomainEventStream.of(state.get());
    }

    @Override
    protected void doSaveWithLock(EventSourcedAggregate<A> aggregate) {
        super.doSaveWithLock(aggregate);
        var work = CurrentUnitOfWork.get();
        var id = aggregate.identifierAsString();
        long version = aggregate.version();
        long found = work.getOrDefaultResource(loaded(id), NONE);
        if (found == version) {
            return;
        }
        var state =
                new GenericDomainEventMessage<>(
                        aggregate.type(), id, version, aggregate.invoke(snapshots.state()::apply));
        if (aggregate.invoke(root -> snapshots.areDue(root, found, version))) {
            store.storeSnapshot(state);
        }
        work.afterCommit(committed -> remembered.remember(state));
    }

    private static String loaded(String id) {
        return "loaded version of " + id;
    }

    private static String fromMemory(String id) {
        return "remembered state of " + id;
    }
}
