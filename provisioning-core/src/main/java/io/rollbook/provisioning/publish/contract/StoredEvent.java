package io.rollbook.provisioning.publish.contract;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A row of the event store.
 *
 * @param position the store's index
 * @param aggregateType null for an event outside of aggregates
 * @param sequence within the aggregate, from 0
 */
public record StoredEvent(
        long position,
        String tenantId,
        @Nullable String aggregateType,
        long sequence,
        String id,
        String name,
        int revision,
        Instant storedAt,
        byte[] payload,
        byte[] metaData) {

    /** The version of the aggregate after the event; 0 for an event outside of aggregates. */
    public long version() {
        return aggregateType == null ? 0 : sequence + 1;
    }

    public int size() {
        return payload.length + metaData.length;
    }

    /** Names nothing personal, for messages and logs. */
    @Override
    public String toString() {
        return name + " at " + position;
    }
}
