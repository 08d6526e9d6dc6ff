package io.rollbook.provisioning.aggregate;

import org.axonframework.eventhandling.DomainEventMessage;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * When an event happened in the life of its aggregate.
 *
 * @param time to the millisecond, which is what representations show
 * @param version of the aggregate after the event, counted from 1
 */
public record Moment(Instant time, long version) {

    public static Moment of(DomainEventMessage<?> event) {
        return new Moment(
                event.getTimestamp().truncatedTo(ChronoUnit.MILLIS), event.getSequenceNumber() + 1);
    }
}
