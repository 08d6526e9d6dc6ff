package io.rollbook.projections.event;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Opens clients of Kafka; consumers hand over events as soon as there are any. */
public final class KafkaClients {

    private final Map<String, Object> access;
    private final Map<String, Object> properties;

    /**
     * @param more further settings of the client, for example of its security
     */
    public KafkaClients(String bootstrapServers, Map<String, String> more) {
        var all = new HashMap<String, Object>(more);
        all.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        all.put(ConsumerConfig.CLIENT_ID_CONFIG, "rollbook-projections");
        this.access = Map.copyOf(all);
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 1);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 1_000);
        all.put(ConsumerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
        all.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 15_000);
        this.properties = Map.copyOf(all);
    }

    /** One of several that share the partitions. */
    public Consumer<String, byte[]> inGroup(String group) {
        return open(
                Map.of(
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        // A killed instance's partitions go to the others after this.
                        ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG,
                        6_000,
                        ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG,
                        2_000,
                        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
                        CooperativeStickyAssignor.class.getName()));
    }

    /** Deletes a topic that nobody needs any more. */
    public void deleteTopic(String topic) {
        try (var admin = Admin.create(access)) {
            admin.deleteTopics(List.of(topic));
        }
    }

    /** One that takes the partitions that it names. */
    public Consumer<String, byte[]> alone() {
        return open(Map.of());
    }

    private Consumer<String, byte[]> open(Map<String, Object> more) {
        var all = new HashMap<>(properties);
        all.putAll(more);
        return new KafkaConsumer<>(all, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
