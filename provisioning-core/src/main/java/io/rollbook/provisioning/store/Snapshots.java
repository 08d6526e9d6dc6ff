package io.rollbook.provisioning.store;

import java.util.function.Function;
import java.util.function.Predicate;

/**
 * How an aggregate's state is kept beside its events.
 *
 * @param every after so many events the next one is written
 * @param early whether it is written before that, because what was appended would be much to read
 * @param state the state as a type of the catalog
 */
record Snapshots<A>(int every, Predicate<? super A> early, Function<? super A, ?> state) {

    /**
     * @param found the last sequence number before the change, -1 when there was none
     * @param reached the last one now
     */
    boolean areDue(A aggregate, long found, long reached) {
        return (reached + 1) / every != (found + 1) / every || early.test(aggregate);
    }
}
