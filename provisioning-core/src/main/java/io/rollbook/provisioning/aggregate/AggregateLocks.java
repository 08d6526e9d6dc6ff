package io.rollbook.provisioning.aggregate;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * Lets the commands of this process that mean one aggregate come one after the other, in the order
 * of their arrival, before they take a connection: those that wait for a busy group must not hold
 * what all others need. Not for correctness, which the event store sees to. Thread-safe.
 */
final class AggregateLocks {

    private static final int STRIPES = 1_024;

    private final Lock[] stripes =
            IntStream.range(0, STRIPES)
                    .mapToObj(stripe -> new ReentrantLock(true))
                    .toArray(Lock[]::new);

    <R> R holding(AggregateId id, Supplier<R> work) {
        Lock lock = stripes[Math.floorMod(id.hashCode(), STRIPES)];
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
