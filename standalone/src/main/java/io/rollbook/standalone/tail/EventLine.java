package io.rollbook.standalone.tail;

import io.rollbook.contract.CloudEventHeaders;
import io.rollbook.contract.EventEnvelope;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One event as one line: time, number, name, resource, payload.
 *
 * @param position orders the lines of both topics
 */
record EventLine(long position, String text) {

    /** Empty for a record that is no event of the contract. */
    static Optional<EventLine> of(ConsumerRecord<String, byte[]> received) {
        return CloudEventHeaders.read(name -> header(received.headers(), name))
                .map(event -> new EventLine(event.position(), text(event, received.value())));
    }

    private static String text(EventEnvelope event, byte[] payload) {
        return "%s  #%d  %s  %s  %s"
                .formatted(
                        event.time(),
                        event.sequence(),
                        event.type().eventName(),
                        event.subject(),
                        new String(payload, StandardCharsets.UTF_8));
    }

    private static @Nullable String header(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
