package io.rollbook.provisioning.publish.count;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * The events of the store after one index up to another, by tenant and topic.
 *
 * @param position the second index
 * @param whole whether it is where the relay is; else there are more
 * @param counts only of tenants and topics that have such events
 */
public record CountedEvents(long position, boolean whole, List<Count> counts) {

    /**
     * @param number the last one that the relay gave on the topic; null when not {@code whole}
     */
    public record Count(String tenant, String topic, long events, @Nullable Long number) {}

    public CountedEvents {
        counts = List.copyOf(counts);
    }
}
