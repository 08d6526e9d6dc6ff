package io.rollbook.projections.feed;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;

import java.util.Collection;
import java.util.List;

/** Takes partitions of the topic: all of them, or this instance's share. */
final class Subscription implements ConsumerRebalanceListener {

    private final Consumer<String, byte[]> consumer;
    private final FeedSettings settings;
    private boolean asked;
    private boolean joined;
    private boolean changed;

    Subscription(Consumer<String, byte[]> consumer, FeedSettings settings) {
        this.consumer = consumer;
        this.settings = settings;
    }

    /**
     * Asks for partitions as soon as the topic exists: whoever publishes makes it.
     *
     * @return false when there is no topic yet
     */
    boolean ask() {
        if (asked) {
            return true;
        }
        var partitions = consumer.partitionsFor(settings.topic());
        if (partitions == null || partitions.isEmpty()) {
            return false;
        }
        if (settings.shared()) {
            consumer.subscribe(List.of(settings.topic()), this);
        } else {
            consumer.assign(
                    partitions.stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList());
            joined = true;
            changed = true;
        }
        asked = true;
        return true;
    }

    /** Whether this instance has its share, which may be none. */
    boolean hasJoined() {
        return joined;
    }

    /** Whether partitions came or went since this was last acknowledged. */
    boolean hasChanged() {
        return changed;
    }

    void acknowledgeChange() {
        changed = false;
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        joined = true;
        changed = true;
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        changed = true;
    }
}
