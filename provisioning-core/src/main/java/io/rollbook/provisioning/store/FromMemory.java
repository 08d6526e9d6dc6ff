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
     * @throws ConcurrencyException when another process has changed one: the command has to be
     *     decided anew
     */
    static void requireCurrent(UnitOfWork<?> work) {
        FromMemory memory = work.getResource(KEY);
        if (memory != null) {
            memory.all.forEach(memory::requireCurrent);
        }
    }

    private void requireCurrent(Remembered remembered) {
        var aggregate = remembered.aggregate();
        if (aggregate.version() != remembered.version()) {
            return;
        }
        long last = store.lastSequenceNumberFor(aggregate.identifierAsString()).orElse(-1L);
        if (last != remembered.version()) {
            throw new ConcurrencyException("What was remembered of an aggregate is old");
        }
    }
}
