package io.rollbook.projections.event;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that is not what the contract says. Its message holds no part of the record. */
public final class UnreadableEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnreadableEvent(ConsumerRecord<String, byte[]> received, RuntimeException cause) {
        super(
                "The record at offset %d of partition %d of %s cannot be read (%s)."
                        .formatted(
                                received.offset(),
                                received.partition(),
                                received.topic(),
                                cause.getClass().getSimpleName()),
                cause);
    }
}
