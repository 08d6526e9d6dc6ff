package io.rollbook.contract;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The binary mode of CloudEvents' Kafka binding: an envelope as record headers (UTF-8 strings) and
 * back. No header holds personal data.
 */
public final class CloudEventHeaders {

    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String SUBJECT = "ce_subject";
    public static final String SEQUENCE = "ce_sequence";

    private static final String SPEC_VERSION = "ce_specversion";
    private static final String TIME = "ce_time";
    private static final String DATA_SCHEMA = "ce_dataschema";
    private static final String PARTITION_KEY = "ce_partitionkey";
    private static final String AGGREGATE_VERSION = "ce_aggregateversion";
    private static final String POSITION = "ce_position";
    private static final String CORRELATION_ID = "ce_correlationid";
    private static final String TRACEPARENT = "traceparent";
    private static final String CONTENT_TYPE = "content-type";
    private static final int SEQUENCE_DIGITS = 19;

    private CloudEventHeaders() {}

    public static Map<String, String> of(EventEnvelope event) {
        var headers = new LinkedHashMap<String, String>();
        headers.put(SPEC_VERSION, "1.0");
        headers.put(ID, event.id());
        headers.put(SOURCE, "/tenants/" + event.tenantId() + "/" + event.type().topic());
        headers.put(TYPE, event.type().wireName());
        headers.put(SUBJECT, event.subject());
        headers.put(TIME, event.time().toString());
        headers.put(DATA_SCHEMA, event.type().schemaId());
        headers.put(PARTITION_KEY, event.tenantId());
        headers.put(SEQUENCE, padded(event.sequence()));
        headers.put(POSITION, padded(event.position()));
        headers.put(AGGREGATE_VERSION, Long.toString(event.aggregateVersion()));
        headers.put(CORRELATION_ID, event.correlationId());
        if (event.traceparent() != null) {
            headers.put(TRACEPARENT, event.traceparent());
        }
        headers.put(CONTENT_TYPE, "application/json");
        return headers;
    }

    /**
     * @param header gives a header's value by its name, null when absent
     * @return empty when the type is not one of this contract's
     * @throws IllegalArgumentException when a header that every event has is missing
     */
    public static Optional<EventEnvelope> read(Function<String, @Nullable String> header) {
        return EventType.ofWireName(required(header, TYPE)).map(type -> envelope(type, header));
    }

    /** The number of any record on the topics, of a known type or not. */
    public static long sequence(Function<String, @Nullable String> header) {
        return Long.parseLong(required(header, SEQUENCE));
    }

    private static EventEnvelope envelope(
            EventType type, Function<String, @Nullable String> header) {
        return new EventEnvelope(
                required(header, ID),
                type,
                required(header, PARTITION_KEY),
                sequence(header),
                Long.parseLong(required(header, POSITION)),
                required(header, SUBJECT),
                Instant.parse(required(header, TIME)),
                Long.parseLong(required(header, AGGREGATE_VERSION)),
                required(header, CORRELATION_ID),
                header.apply(TRACEPARENT));
    }

    private static String required(Function<String, @Nullable String> header, String name) {
        var value = header.apply(name);
        if (value == null) {
            throw new IllegalArgumentException("A record lacks the header " + name);
        }
        return value;
    }

    private static String padded(long number) {
        return String.format("%0" + SEQUENCE_DIGITS + "d", number);
    }
}
