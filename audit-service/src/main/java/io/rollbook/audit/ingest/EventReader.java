package io.rollbook.audit.ingest;

import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.contract.CloudEventHeaders;
import io.rollbook.contract.EventEnvelope;
import io.rollbook.contract.PublishedEvent;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Reads records. What it cannot read it does not pass over: the log would lack an entry. */
public final class EventReader {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build();

    private EventReader() {}

    /**
     * @throws LogIncomplete when it is no event that this version knows
     */
    public static LoggedEvent read(ConsumerRecord<String, byte[]> message) {
        try {
            var envelope =
                    CloudEventHeaders.read(name -> header(message, name))
                            .orElseThrow(() -> unknownType(message));
            return LoggedEvent.of(
                    envelope,
                    payload(message, envelope),
                    message.timestamp() < 0 ? null : Instant.ofEpochMilli(message.timestamp()));
        } catch (JacksonException | IllegalArgumentException e) {
            // The exception itself would show what is in the record.
            throw new LogIncomplete(
                    "%s cannot be read as an event (%s)."
                            .formatted(place(message), e.getClass().getSimpleName()));
        }
    }

    private static PublishedEvent payload(
            ConsumerRecord<String, byte[]> message, EventEnvelope envelope) {
        return JSON.readValue(message.value(), envelope.type().payload());
    }

    private static LogIncomplete unknownType(ConsumerRecord<String, byte[]> message) {
        return new LogIncomplete(
                "%s is of the type %s, which this version does not know. Upgrade this service."
                        .formatted(place(message), header(message, CloudEventHeaders.TYPE)));
    }

    private static String place(ConsumerRecord<String, byte[]> message) {
        return "The record at offset %d of %s-%d"
                .formatted(message.offset(), message.topic(), message.partition());
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> message, String name) {
        var header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
