package io.rollbook.projections.event;

import io.rollbook.contract.CloudEventHeaders;
import io.rollbook.contract.DirectoryEvent;
import io.rollbook.contract.EventEnvelope;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;

/** Reads the records of the directory topic. Thread-safe. */
public final class EventRecords {

    private final JsonMapper json =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                    // A newer producer may say more in the same revision.
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build();

    /** The events of a poll, and where to go on after them. */
    public EventBatch batch(String topic, ConsumerRecords<String, byte[]> records) {
        var events = new ArrayList<NumberedEvent>(records.count());
        records.forEach(received -> events.add(read(received)));
        var next = new HashMap<Integer, Long>();
        records.nextOffsets()
                .forEach((partition, offset) -> next.put(partition.partition(), offset.offset()));
        return new EventBatch(topic, events, next);
    }

    /**
     * @throws UnreadableEvent when it is not what the contract says
     */
    public NumberedEvent read(ConsumerRecord<String, byte[]> received) {
        try {
            return CloudEventHeaders.read(name -> header(received, name))
                    .map(envelope -> known(envelope, received.value()))
                    .orElseGet(() -> unknown(received));
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            throw new UnreadableEvent(received, e);
        }
    }

    private NumberedEvent known(EventEnvelope envelope, byte[] payload) {
        var event = json.readValue(payload, envelope.type().payload());
        return new NumberedEvent(
                envelope.tenantId(),
                envelope.sequence(),
                envelope.time(),
                event instanceof DirectoryEvent change ? change : null,
                envelope.traceparent());
    }

    private static NumberedEvent unknown(ConsumerRecord<String, byte[]> received) {
        var number = header(received, CloudEventHeaders.SEQUENCE);
        if (number == null) {
            throw new IllegalArgumentException(
                    "A record lacks the header " + CloudEventHeaders.SEQUENCE);
        }
        var time = Instant.ofEpochMilli(received.timestamp());
        return new NumberedEvent(received.key(), Long.parseLong(number), time, null);
    }

    /** The value of a header, null when the record has none of that name. */
    public static @Nullable String header(ConsumerRecord<String, byte[]> received, String name) {
        var header = received.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
