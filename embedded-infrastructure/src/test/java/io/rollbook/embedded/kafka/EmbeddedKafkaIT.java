package io.rollbook.embedded.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.embedded.StartFailure;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;

class EmbeddedKafkaIT {

    private static final String TOPIC = "kept";

    @TempDir private Path folder;

    @Test
    void keepsRecordsFromRunToRun() throws Exception {
        try (var kafka = EmbeddedKafka.startPersistent(folder, 0)) {
            createTopic(kafka);
            send(kafka, "first");
        }
        try (var kafka = EmbeddedKafka.startPersistent(folder, 0)) {
            send(kafka, "second");
            assertThat(read(kafka, 2)).containsExactly("first", "second");
        }
    }

    @Test
    void comesBackOnTheSamePortAfterAPause() throws Exception {
        try (var kafka = EmbeddedKafka.startTemporary()) {
            createTopic(kafka);
            send(kafka, "before");
            var address = kafka.bootstrapServers();
            kafka.pause();
            kafka.resume();
            assertThat(kafka.bootstrapServers()).isEqualTo(address);
            send(kafka, "after");
            assertThat(read(kafka, 2)).containsExactly("before", "after");
        }
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();
            assertThatThrownBy(() -> EmbeddedKafka.startPersistent(folder, port))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("Port " + port + " for Kafka is taken");
        }
    }

    @Test
    void saysThatAFolderIsInUse() {
        try (var first = EmbeddedKafka.startPersistent(folder, 0)) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedKafka.startPersistent(folder, 0))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("is in use");
        }
    }

    private static void createTopic(EmbeddedKafka kafka)
            throws ExecutionException, InterruptedException {
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(TOPIC, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static void send(EmbeddedKafka kafka, String value)
            throws ExecutionException, InterruptedException {
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(new ProducerRecord<>(TOPIC, value)).get();
        }
    }

    private static List<String> read(EmbeddedKafka kafka, int count) {
        var values = new ArrayList<String>();
        try (var consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", kafka.bootstrapServers()),
                        new StringDeserializer(),
                        new StringDeserializer())) {
            var partitions = List.of(new TopicPartition(TOPIC, 0));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (values.size() < count && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
            }
        }
        return values;
    }
}
