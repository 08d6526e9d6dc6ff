package io.rollbook.standalone.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.contract.CloudEventHeaders;
import io.rollbook.contract.EventEnvelope;
import io.rollbook.contract.EventType;
import io.rollbook.contract.Topics;
import io.rollbook.embedded.kafka.EmbeddedKafka;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

@Execution(ExecutionMode.CONCURRENT)
class EventTailIT {

    @AutoClose private static final EmbeddedKafka KAFKA = EmbeddedKafka.startTemporary();

    private static final String SERVERS = KAFKA.bootstrapServers();

    @BeforeAll
    static void sendEvents() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", SERVERS))) {
            admin.createTopics(
                            List.of(
                                    new NewTopic(Topics.DIRECTORY, 4, (short) 1),
                                    new NewTopic(Topics.ATTEMPTS, 4, (short) 1)))
                    .all()
                    .get();
        }
        send(event(EventType.USER_CREATED_1, "acme", 1, 10), "{\"userName\":\"mia\"}");
        send(event(EventType.USER_CREATED_1, "other", 1, 11), "{\"userName\":\"zoe\"}");
        send(event(EventType.WRITE_REFUSED_1, "acme", 1, 12), "{\"status\":409}");
    }

    @Test
    void showsOneTenantFromTheBeginning() throws Exception {
        var lines = new CopyOnWriteArrayList<String>();
        try (var tail = new EventTail(SERVERS, "acme", true)) {
            var reader = Thread.ofVirtual().start(() -> tail.follow(lines::add));
            await().until(() -> lines.size() == 2);
            tail.stop();
            reader.join();
        }
        assertThat(lines)
                .containsExactlyInAnyOrder(
                        "2026-01-01T00:00:00Z  #1  user.created  /Users/42  {\"userName\":\"mia\"}",
                        "2026-01-01T00:00:00Z  #1  write.refused  /Users/42  {\"status\":409}");
    }

    @Test
    void showsOnlyWhatIsNewOtherwise() throws Exception {
        var lines = new CopyOnWriteArrayList<String>();
        try (var tail = new EventTail(SERVERS, "fresh", false)) {
            send(event(EventType.USER_DELETED_1, "fresh", 1, 13), "{}");
            var reader = Thread.ofVirtual().start(() -> tail.follow(lines::add));
            await().until(() -> !lines.isEmpty());
            tail.stop();
            reader.join();
        }
        assertThat(lines).singleElement().asString().contains("user.deleted");
    }

    private static EventEnvelope event(EventType type, String tenant, long number, long position) {
        return new EventEnvelope(
                tenant + position,
                type,
                tenant,
                number,
                position,
                "/Users/42",
                Instant.parse("2026-01-01T00:00:00Z"),
                1,
                "request",
                null);
    }

    private static void send(EventEnvelope event, String payload) throws Exception {
        var message =
                new ProducerRecord<>(
                        event.type().topic(),
                        event.tenantId(),
                        payload.getBytes(StandardCharsets.UTF_8));
        CloudEventHeaders.of(event)
                .forEach(
                        (name, value) ->
                                message.headers()
                                        .add(name, value.getBytes(StandardCharsets.UTF_8)));
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", SERVERS),
                        new StringSerializer(),
                        new ByteArraySerializer())) {
            producer.send(message).get();
        }
    }
}
