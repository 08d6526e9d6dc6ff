package io.rollbook.projections.rebuild;

import io.rollbook.contract.CloudEventHeaders;
import io.rollbook.contract.Replays;
import io.rollbook.projections.apply.BatchApplication;
import io.rollbook.projections.event.EventBatch;
import io.rollbook.projections.event.EventRecords;
import io.rollbook.projections.event.KafkaClients;
import io.rollbook.projections.event.NumberedEvent;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Reads a replay from its beginning to its end, while it is still being written. */
final class Replay {

    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaClients kafka;
    private final BatchApplication rebuilt;
    private final Duration patience;
    private final EventRecords reader = new EventRecords();

    Replay(KafkaClients kafka, BatchApplication rebuilt, Duration patience) {
        this.kafka = kafka;
        this.rebuilt = rebuilt;
        this.patience = patience;
    }

    /**
     * @param asked throws when the write side failed to fill the topic
     * @return how many events there were
     */
    long readAll(String topic, Runnable asked) {
        var waiting = new Patience(patience);
        try (var consumer = kafka.alone()) {
            var open = new HashSet<>(partitions(consumer, topic, asked, waiting));
            consumer.assign(open);
            consumer.seekToBeginning(open);
            long events = 0;
            while (!open.isEmpty()) {
                asked.run();
                waiting.check("the replay on " + topic);
                var records = consumer.poll(POLL);
                if (!records.isEmpty()) {
                    waiting.moved();
                    events += apply(topic, records, open);
                }
            }
            return events;
        }
    }

    /** Closes the partitions whose last record it meets. */
    private int apply(
            String topic, ConsumerRecords<String, byte[]> records, Set<TopicPartition> open) {
        var events = new ArrayList<NumberedEvent>(records.count());
        for (var received : records) {
            var partition = new TopicPartition(received.topic(), received.partition());
            if (Replays.FINISHED.equals(EventRecords.header(received, CloudEventHeaders.TYPE))) {
                open.remove(partition);
            } else {
                events.add(reader.read(received));
            }
        }
        rebuilt.apply(new EventBatch(topic, events, Map.of()));
        return events.size();
    }

    private static List<TopicPartition> partitions(
            Consumer<String, byte[]> consumer, String topic, Runnable asked, Patience waiting) {
        while (true) {
            asked.run();
            waiting.check("the topic " + topic);
            List<PartitionInfo> partitions = consumer.partitionsFor(topic);
            if (partitions != null && !partitions.isEmpty()) {
                return partitions.stream()
                        .map(each -> new TopicPartition(topic, each.partition()))
                        .toList();
            }
            LockSupport.parkNanos(POLL.toNanos());
        }
    }
}
