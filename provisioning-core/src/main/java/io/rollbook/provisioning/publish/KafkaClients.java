package io.rollbook.provisioning.publish;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.util.HashMap;
import java.util.Map;

/** Opens clients of one Kafka, set so that nothing is lost, doubled or reordered on the way. */
final class KafkaClients {

    private static final int MINUTE = 60_000;

    private final Map<String, Object> common;

    /**
     * @param more client settings of the operator's, for example of security; they cannot change
     *     what the order rests on
     */
    KafkaClients(String bootstrapServers, Map<String, String> more) {
        var settings = new HashMap<String, Object>(more);
        settings.put("bootstrap.servers", bootstrapServers);
        settings.put("reconnect.backoff.max.ms", 1_000);
        this.common = Map.copyOf(settings);
    }

    /**
     * Retries until it is closed: while Kafka is away its buffer keeps what was sent, in order. A
     * record that finds no room or no metadata fails, and the relay begins anew. One request at a
     * time, so that nothing is on its way when one fails; what waits meanwhile goes as one batch.
     */
    Producer<String, byte[]> relayProducer() {
        return producer("rollbook-relay", Integer.MAX_VALUE);
    }

    /** Gives a record up after two minutes: somebody waits for the replay. */
    Producer<String, byte[]> replayProducer() {
        return producer("rollbook-replay", 2 * MINUTE);
    }

    private Producer<String, byte[]> producer(String name, int deliveryTimeout) {
        var own = new HashMap<String, Object>();
        own.put(ProducerConfig.CLIENT_ID_CONFIG, name);
        own.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        own.put(ProducerConfig.ACKS_CONFIG, "all");
        own.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        own.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        own.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, deliveryTimeout);
        own.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, KafkaTopics.MOST_BYTES);
        own.put(ProducerConfig.BUFFER_MEMORY_CONFIG, 4L * KafkaTopics.MOST_BYTES);
        own.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MINUTE / 12);
        return new KafkaProducer<>(with(own), new StringSerializer(), new ByteArraySerializer());
    }

    Admin admin() {
        return Admin.create(
                with(
                        Map.of(
                                AdminClientConfig.CLIENT_ID_CONFIG, "rollbook-topics",
                                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, MINUTE / 6,
                                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, MINUTE / 12)));
    }

    private Map<String, Object> with(Map<String, Object> own) {
        var settings = new HashMap<>(common);
        settings.putAll(own);
        return settings;
    }
}
