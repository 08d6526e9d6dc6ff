package io.rollbook.provisioning.publish.relay;

import io.rollbook.provisioning.publish.source.TopicOfTenant;

import java.time.Instant;

/** One record on its way. The acknowledgement comes from the producer's thread. */
final class Sent {

    private final long position;
    private final TopicOfTenant stream;
    private final long number;
    private final int size;
    private final Instant storedAt;
    private volatile boolean acknowledged;

    Sent(long position, TopicOfTenant stream, long number, int size, Instant storedAt) {
        this.position = position;
        this.stream = stream;
        this.number = number;
        this.size = size;
        this.storedAt = storedAt;
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

    Instant storedAt() {
        return storedAt;
    }
}
