package io.rollbook.audit.ingest;

import io.rollbook.contract.Topics;

import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * One membership in the group of the log's instances; which partitions are whose is Kafka's
 * business, where to start in them is the log's own.
 */
final class TopicConsumer implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration TELL_EVERY = Duration.ofSeconds(1);

    private final KafkaConsumer<String, byte[]> consumer;
    private long toldAt = System.nanoTime() - TELL_EVERY.toNanos();

    TopicConsumer(
            String bootstrapServers, String group, Supplier<Map<TopicPartition, Long>> offsets) {
        this.consumer =
                new KafkaConsumer<>(
                        settings(bootstrapServers, group),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        consumer.subscribe(List.of(Topics.DIRECTORY, Topics.ATTEMPTS), starting(offsets));
    }

    private static Map<String, Object> settings(String bootstrapServers, String group) {
        return Map.ofEntries(
                Map.entry(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                Map.entry(ConsumerConfig.GROUP_ID_CONFIG, group),
                Map.entry(ConsumerConfig.CLIENT_ID_CONFIG, group),
                Map.entry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false),
                Map.entry(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest"),
                Map.entry(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false),
                // Topics that are made after this service started are soon found.
                Map.entry(ConsumerConfig.METADATA_MAX_AGE_CONFIG, 2_000),
                // A killed process gives its partitions up soon.
                Map.entry(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000),
                Map.entry(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 2_000),
                // Nobody waits for the log as a client waits for a read: fewer, larger batches
                // leave the processors to those who do.
                Map.entry(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 512 * 1024),
                Map.entry(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 100),
                Map.entry(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000),
                Map.entry(ConsumerConfig.FETCH_MAX_BYTES_CONFIG, 8 * 1024 * 1024));
    }

    private ConsumerRebalanceListener starting(Supplier<Map<TopicPartition, Long>> offsets) {
        return new ConsumerRebalanceListener() {
            @Override
            public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
                // A batch may still be written: whoever has them next finds out by the numbers.
            }

            @Override
            public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
                var known = offsets.get();
                for (var partition : partitions) {
                    var next = known.get(partition);
                    if (next == null) {
                        consumer.seekToBeginning(Set.of(partition));
                    } else {
                        consumer.seek(partition, next);
                    }
                }
            }
        };
    }

    ConsumerRecords<String, byte[]> poll(Duration atMost) {
        return consumer.poll(atMost);
    }

    /** How many records wait, as far as the last answer of the broker tells. */
    long waiting() {
        return consumer.assignment().stream()
                .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                .sum();
    }

    /**
     * Whether it has read all that there is. Not before it knows: it has no partitions until the
     * group has met, and of each the end only with the first answer of the broker.
     */
    boolean isAtTheEnd() {
        var partitions = consumer.assignment();
        return !partitions.isEmpty()
                && partitions.stream()
                        .allMatch(partition -> consumer.currentLag(partition).orElse(1) == 0);
    }

    /** Tells Kafka now and then, for its tools to show; the log itself goes by its own offsets. */
    void tell(Map<TopicPartition, OffsetAndMetadata> applied) {
        if (!applied.isEmpty() && System.nanoTime() - toldAt > TELL_EVERY.toNanos()) {
            consumer.commitAsync(applied, (offsets, failure) -> {});
            toldAt = System.nanoTime();
        }
    }

    /** Ends a poll; the only method that another thread may call. */
    void wakeUp() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(CLOSE_TIMEOUT));
    }
}
