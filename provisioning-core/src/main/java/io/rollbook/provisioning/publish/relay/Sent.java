package io.rollbook.provisioning.publish.relay;

import io.rollbook.provisioning.publish.source.TopicOfTenant;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/** One record on its way. The acknowledgement comes from the producer's thread. */
final class Sent {

    private final long position;
    private final TopicOfTenant stream;
    private final long number;
    private final int size;
    private final Instant storedAt;
    private final @Nullable String traceparent;
    private volatile boolean acknowledged;

    Sent(
            long position,
            TopicOfTenant stream,
            long number,
            int size,
            Instant storedAt,
            @Nullable String traceparent) {
        this.position = position;
        this.stream = stream;
        this.number = number;
        this.size = size;
        this.storedAt = storedAt;
        this.traceparent = traceparent;
    }

    void acknowledge() {
        acknowledged = true;
    }

    boolean isAcknowledged() {
        return acknowledged;
    }

    long position() {
        return position;
    }

    TopicOfTenant stream() {
        return stream;
    }

    long number() {
        return number;
    }

    int size() {
        return size;
    }

    /** Of the request that made it, if that was traced. */
    @Nullable String traceparent() {
        return traceparent;
    }

    Instant storedAt() {
        return storedAt;
    }
}
