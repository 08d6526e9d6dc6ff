package io.rollbook.provisioning.store;

import org.axonframework.eventhandling.DomainEventMessage;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * The states of the aggregates that this process changed last, each as a snapshot, so that one that
 * is changed over and over is not loaded each time. Only committed states are kept, and few: one
 * for each place that aggregates share by their hash codes.
 *
 * <p>Another process may have changed the aggregate since. Whoever appends to an old state is found
 * out, because its next sequence number is taken; whoever appends nothing has to look ({@link
 * FromMemory}). What was old once is not remembered for a while: several processes are at work on
 * it. Thread-safe.
 */
final class RememberedStates {

    private static final int PLACES = 256;
    private static final Duration DOUBT = Duration.ofSeconds(10);

    private final AtomicReferenceArray<DomainEventMessage<?>> states =
            new AtomicReferenceArray<>(PLACES);
    private final AtomicLongArray doubtedAt = new AtomicLongArray(PLACES);

    RememberedStates() {
        long longAgo = System.nanoTime() - DOUBT.toNanos();
        for (int place = 0; place < PLACES; place++) {
            doubtedAt.set(place, longAgo);
        }
    }

    void remember(DomainEventMessage<?> state) {
        int place = placeOf(state.getAggregateIdentifier());
        if (System.nanoTime() - doubtedAt.get(place) >= DOUBT.toNanos()) {
            states.set(place, state);
        }
    }

    /** It may be old. */
    void doubt(String aggregate) {
        int place = placeOf(aggregate);
        doubtedAt.set(place, System.nanoTime());
        states.set(place, null);
    }

    Optional<DomainEventMessage<?>> of(String aggregate) {
        return Optional.<DomainEventMessage<?>>ofNullable(states.get(placeOf(aggregate)))
                .filter(state -> state.getAggregateIdentifier().equals(aggregate));
    }

    private static int placeOf(String aggregate) {
        return Math.floorMod(aggregate.hashCode(), PLACES);
    }
}
