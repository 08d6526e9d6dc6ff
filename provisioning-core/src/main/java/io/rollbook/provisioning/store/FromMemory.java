package io.rollbook.provisioning.store;

import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.axonframework.modelling.command.Aggregate;
import org.axonframework.modelling.command.ConcurrencyException;

import java.util.ArrayList;
import java.util.List;

/**
 * The aggregates of one unit of work that were not loaded but remembered. Each that nothing was
 * appended to, because the command was refused or had no effect, must be as it was remembered; the
 * store sees to the others.
 */
final class FromMemory {

    private static final String KEY = FromMemory.class.getName();

    private record Remembered(Aggregate<?> aggregate, long version) {}

    private final EventStore store;
    private final List<Remembered> all = new ArrayList<>();

    private FromMemory(EventStore store) {
        this.store = store;
    }

    static void note(UnitOfWork<?> work, EventStore store, Aggregate<?> aggregate) {
        work.<FromMemory>getOrComputeResource(KEY, key -> new FromMemory(store))
                .all
                .add(new Remembered(aggregate, aggregate.version()));
    }

    /**
     * @param refused whether the command was; what it had done by then will not reach the store
     * @throws ConcurrencyException when another process has changed one, or may have: the command
     *     has to be decided anew
     */
    static void requireCurrent(UnitOfWork<?> work, boolean refused) {
        FromMemory memory = work.getResource(KEY);
        if (memory != null) {
            memory.all.forEach(remembered -> memory.requireCurrent(remembered, refused));
        }
    }

    private void requireCurrent(Remembered remembered, boolean refused) {
        var aggregate = remembered.aggregate();
        boolean appended = aggregate.version() != remembered.version();
        if (appended && !refused) {
            return;
        }
        // Who was refused behind an append may have broken the transaction: nothing can be asked.
        if (appended || lastOf(aggregate) != remembered.version()) {
            throw new ConcurrencyException("What was remembered of an aggregate may be old");
        }
    }

    private long lastOf(Aggregate<?> aggregate) {
        return store.lastSequenceNumberFor(aggregate.identifierAsString()).orElse(-1L);
    }
}
