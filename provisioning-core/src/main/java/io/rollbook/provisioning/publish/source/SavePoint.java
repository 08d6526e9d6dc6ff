package io.rollbook.provisioning.publish.source;

import java.util.Map;

/**
 * How far publication is certain.
 *
 * @param position Kafka has acknowledged every event up to here
 * @param numbers the last number of each tenant and topic at this position; to be saved, only those
 *     that have changed
 */
public record SavePoint(long position, Map<TopicOfTenant, Long> numbers) {

    public SavePoint {
        numbers = Map.copyOf(numbers);
    }
}
