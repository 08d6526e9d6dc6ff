package io.rollbook.provisioning.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads a topic from its beginning and keeps what belongs to some tenants. */
final class Topic implements AutoCloseable {

    private final Set<String> tenants;
    private final List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
    private final KafkaConsumer<String, byte[]> consumer;

    Topic(String bootstrapServers, String name, Set<String> tenants) {
        this.tenants = tenants;
        this.consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", bootstrapServers, "fetch.max.wait.ms", 50),
                        new StringDeserializer(),
                        new ByteArrayDeserializer());
        var partitions =
                consumer.partitionsFor(name).stream()
                        .map(partition -> new TopicPartition(name, partition.partition()))
                        .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
    }

    /** Everything that has arrived until now, resends included. */
    List<ConsumerRecord<String, byte[]>> records() {
        for (var batch = poll(); !batch.isEmpty(); batch = poll()) {
            records.addAll(batch);
        }
        return records;
    }

    /** What has arrived of a tenant, resends included, as "number id". */
    List<String> numbered(String tenant) {
        return records().stream()
                .filter(next -> tenant.equals(next.key()))
                .map(next -> number(next) + " " + header(next, "ce_id"))
                .toList();
    }

    static long number(ConsumerRecord<?, ?> next) {
        return Long.parseLong(header(next, "ce_sequence"));
    }

    static String header(ConsumerRecord<?, ?> next, String name) {
        return new String(next.headers().lastHeader(name).value(), UTF_8);
    }

    private List<ConsumerRecord<String, byte[]>> poll() {
        var batch = new ArrayList<ConsumerRecord<String, byte[]>>();
        for (var next : consumer.poll(Duration.ofMillis(200))) {
            if (next.key() == null || tenants.contains(next.key())) {
                batch.add(next);
            }
        }
        return batch;
    }

    @Override
    public void close() {
        consumer.close();
    }
}
