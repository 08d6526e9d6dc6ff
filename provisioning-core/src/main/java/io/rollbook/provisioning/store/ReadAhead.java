package io.rollbook.provisioning.store;

import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

import java.util.List;
import java.util.Optional;

/**
 * A page of an aggregate's events that was read together with its snapshot, kept for the rest of
 * the unit of work until it is asked for, once.
 *
 * @param first the sequence number with which the page begins
 */
record ReadAhead(String aggregate, long first, List<DomainEventData<?>> events) {

    void keep() {
        CurrentUnitOfWork.ifStarted(work -> work.resources().put(key(aggregate), this));
    }

    /** Empty when another page is wanted, because the snapshot was not used. */
    static Optional<List<DomainEventData<?>>> take(String aggregate, long first) {
        return CurrentUnitOfWork.map(work -> work.resources().remove(key(aggregate)))
                .map(ReadAhead.class::cast)
                .filter(page -> page.first == first)
                .map(ReadAhead::events);
    }

    private static String key(String aggregate) {
        return "events read ahead of " + aggregate;
    }
}
