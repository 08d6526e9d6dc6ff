package io.rollbook.audit.reconcile;

import io.rollbook.contract.CloudEventHeaders;
import io.rollbook.contract.Topics;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the numbers on the topics, once each, apart from the consumer that feeds the log: what that
 * one passes over is seen here.
 */
public final class TopicNumbers {

    private static final Duration POLL = Duration.ofMillis(500);

    /** Enough for a day of a busy installation; the next reading goes on from there. */
    private static final int MOST_RECORDS = 500_000;

    private final Map<String, Object> settings;
    private final int mostRecords;

    public TopicNumbers(String bootstrapServers) {
        this(bootstrapServers, MOST_RECORDS);
    }

    TopicNumbers(String bootstrapServers, int mostRecords) {
        this.mostRecords = mostRecords;
        this.settings =
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "rollbook-audit-reconciliation",
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest",
                        ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                        false,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        2_000);
    }

    /**
     * @param runs by tenant and topic, of the records that were read
     * @param next where to go on reading
     * @param whole whether everything that was there was read
     * @param cut whether a topic's beginning is not there any more, so that a run that is the first
     *     of its tenant may begin later than with 1
     */
    record Reading(
            Map<NumberedStream, Run> runs,
            Map<TopicPartition, Long> next,
            boolean whole,
            boolean cut) {}

    /**
     * Reads from where an earlier reading ended up to the present end.
     *
     * @throws org.apache.kafka.common.KafkaException when Kafka is away
     */
    Reading after(Map<TopicPartition, Long> before) {
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = partitions(consumer);
            var ends = consumer.endOffsets(partitions);
            boolean cut = seek(consumer, partitions, before);
            var runs = new HashMap<NumberedStream, Run>();
            int read = 0;
            while (read < mostRecords && !reached(consumer, ends)) {
                for (var record : consumer.poll(POLL)) {
                    read++;
                    add(runs, record);
                }
            }
            var next = new HashMap<TopicPartition, Long>();
            partitions.forEach(each -> next.put(each, consumer.position(each)));
            return new Reading(runs, next, reached(consumer, ends), cut);
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer) {
        var partitions = new ArrayList<TopicPartition>();
        for (var topic : List.of(Topics.DIRECTORY, Topics.ATTEMPTS)) {
            consumer.partitionsFor(topic)
                    .forEach(each -> partitions.add(new TopicPartition(topic, each.partition())));
        }
        return partitions;
    }

    private static boolean seek(
            KafkaConsumer<?, ?> consumer,
            List<TopicPartition> partitions,
            Map<TopicPartition, Long> before) {
        consumer.assign(partitions);
        boolean cut = false;
        for (var beginning : consumer.beginningOffsets(partitions).entrySet()) {
            long from = before.getOrDefault(beginning.getKey(), 0L);
            cut |= beginning.getValue() > from;
            consumer.seek(beginning.getKey(), Math.max(from, beginning.getValue()));
        }
        return cut;
    }

    private static boolean reached(KafkaConsumer<?, ?> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private static void add(Map<NumberedStream, Run> runs, ConsumerRecord<String, byte[]> record) {
        long number = CloudEventHeaders.sequence(name -> header(record, name));
        runs.merge(
                new NumberedStream(record.key(), record.topic()),
                Run.of(number),
                (run, next) -> run.and(number));
    }

    private static @Nullable String header(ConsumerRecord<?, ?> record, String name) {
        var header = record.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
