package io.rollbook.projections.rebuild;

import io.rollbook.projections.apply.BatchApplication;
import io.rollbook.projections.event.EventBatch;
import io.rollbook.projections.event.EventRecords;
import io.rollbook.projections.event.KafkaClients;
import io.rollbook.projections.event.NumberedEvent;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The topic that the feed follows, read into the tables that are being rebuilt. */
final class LiveTopic {

    private static final Duration POLL = Duration.ofMillis(100);

    /** A replay ends where the write side noted last that it is; that note may be a little old. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final String topic;
    private final KafkaClients kafka;
    private final BatchApplication rebuilt;
    private final Duration patience;
    private final EventRecords reader = new EventRecords();

    LiveTopic(String topic, KafkaClients kafka, BatchApplication rebuilt, Duration patience) {
        this.topic = topic;
        this.kafka = kafka;
        this.rebuilt = rebuilt;
        this.patience = patience;
    }

    /** Where events begin that a replay, asked for now, may no longer have. */
    Map<Integer, Long> start(Map<Integer, Long> served, Instant now) {
        try (var consumer = kafka.alone()) {
            var since = now.minus(OVERLAP).toEpochMilli();
            var times = new HashMap<TopicPartition, Long>();
            served.keySet().forEach(each -> times.put(new TopicPartition(topic, each), since));
            var start = new HashMap<>(served);
            consumer.offsetsForTimes(times)
                    .forEach(
                            (partition, found) -> {
                                if (found != null) {
                                    start.merge(partition.partition(), found.offset(), Math::min);
                                }
                            });
            return start;
        }
    }

    /** Where each partition ends now. */
    Map<Integer, Long> end() {
        try (var consumer = kafka.alone()) {
            var end = new HashMap<Integer, Long>();
            var partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(each -> new TopicPartition(topic, each.partition()))
                            .toList();
            consumer.endOffsets(partitions)
                    .forEach((partition, offset) -> end.put(partition.partition(), offset));
            return end;
        }
    }

    /**
     * Applies what is between two positions, and notes the second.
     *
     * @return how many events there were
     */
    long apply(Map<Integer, Long> from, Map<Integer, Long> to) {
        var waiting = new Patience(patience);
        try (var consumer = kafka.alone()) {
            var open = seek(consumer, from, to);
            long events = 0;
            while (!open.isEmpty()) {
                waiting.check("events on " + topic);
                var batch = poll(consumer, to);
                if (!batch.isEmpty()) {
                    waiting.moved();
                    rebuilt.apply(new EventBatch(topic, batch, Map.of()));
                    events += batch.size();
                }
                open.removeIf(each -> consumer.position(each) >= goal(to, each));
                consumer.assign(open);
            }
            rebuilt.apply(new EventBatch(topic, List.of(), to));
            return events;
        }
    }

    private List<NumberedEvent> poll(Consumer<String, byte[]> consumer, Map<Integer, Long> to) {
        var events = new ArrayList<NumberedEvent>();
        for (var received : consumer.poll(POLL)) {
            if (received.offset() < to.getOrDefault(received.partition(), 0L)) {
                events.add(reader.read(received));
            }
        }
        return events;
    }

    private List<TopicPartition> seek(
            Consumer<String, byte[]> consumer, Map<Integer, Long> from, Map<Integer, Long> to) {
        var open = new ArrayList<TopicPartition>();
        to.forEach(
                (partition, offset) -> {
                    if (from.getOrDefault(partition, 0L) < offset) {
                        open.add(new TopicPartition(topic, partition));
                    }
                });
        consumer.assign(open);
        open.forEach(each -> consumer.seek(each, from.getOrDefault(each.partition(), 0L)));
        return open;
    }

    private static long goal(Map<Integer, Long> to, TopicPartition partition) {
        return to.getOrDefault(partition.partition(), 0L);
    }
}
