package io.rollbook.audit.rebuild;

import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.audit.ingest.EventReader;
import io.rollbook.contract.Topics;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All events of both topics from their beginning to where they end now, in the order of the store.
 * Holds a few thousand of them at a time. Used by one thread.
 */
final class TopicHistory implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(500);
    private static final int ENOUGH = 2_000;

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<TopicPartition, Deque<LoggedEvent>> waiting = new HashMap<>();
    private final Map<TopicPartition, Long> ends;

    TopicHistory(String bootstrapServers) {
        this.consumer =
                new KafkaConsumer<>(
                        Map.of(
                                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                                bootstrapServers,
                                ConsumerConfig.CLIENT_ID_CONFIG,
                                "rollbook-audit-rebuild",
                                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                                false,
                                ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                                false),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        for (var topic : List.of(Topics.DIRECTORY, Topics.ATTEMPTS)) {
            for (var partition : consumer.partitionsFor(topic)) {
                waiting.put(new TopicPartition(topic, partition.partition()), new ArrayDeque<>());
            }
        }
        this.ends = consumer.endOffsets(waiting.keySet());
        consumer.assign(waiting.keySet());
        consumer.seekToBeginning(waiting.keySet());
    }

    /** Where the topics ended when this was opened. */
    Map<TopicPartition, Long> ends() {
        return Map.copyOf(ends);
    }

    /** The next events; empty when there are no more. */
    List<LoggedEvent> next(int most) {
        var batch = new ArrayList<LoggedEvent>(most);
        while (batch.size() < most) {
            fill();
            var first = first();
            if (first == null) {
                break;
            }
            batch.add(first.remove());
        }
        return batch;
    }

    /** Until each partition shows its next event, or has no more. */
    private void fill() {
        while (lacks()) {
            for (var each : waiting.entrySet()) {
                if (each.getValue().size() < ENOUGH) {
                    consumer.resume(List.of(each.getKey()));
                } else {
                    consumer.pause(List.of(each.getKey()));
                }
            }
            for (var message : consumer.poll(POLL)) {
                var partition = new TopicPartition(message.topic(), message.partition());
                if (message.offset() < ends.getOrDefault(partition, 0L)) {
                    waiting.computeIfAbsent(partition, none -> new ArrayDeque<>())
                            .add(EventReader.read(message));
                }
            }
        }
    }

    private boolean lacks() {
        return waiting.entrySet().stream()
                .anyMatch(
                        each ->
                                each.getValue().isEmpty()
                                        && consumer.position(each.getKey())
                                                < ends.getOrDefault(each.getKey(), 0L));
    }

    private @Nullable Deque<LoggedEvent> first() {
        Deque<LoggedEvent> first = null;
        for (var each : waiting.values()) {
            if (!each.isEmpty() && (first == null || position(each) < position(first))) {
                first = each;
            }
        }
        return first;
    }

    private static long position(Deque<LoggedEvent> events) {
        return events.element().envelope().position();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
