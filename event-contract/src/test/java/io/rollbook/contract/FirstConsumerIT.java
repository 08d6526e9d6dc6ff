package io.rollbook.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.embedded.EmbeddedServices;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The consumer of the subscribers' page, against a real broker. */
class FirstConsumerIT {

    private static final String KAFKA = EmbeddedServices.shared().kafka().bootstrapServers();

    @BeforeAll
    static void publishesOneTenantWithAResendAndOneWithAHole() throws Exception {
        try (var admin = Admin.create(Map.of("bootstrap.servers", KAFKA))) {
            var topic = new NewTopic(Topics.DIRECTORY, Optional.of(1), Optional.empty());
            admin.createTopics(List.of(topic)).all().get();
        }
        try (var producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", KAFKA),
                        new StringSerializer(),
                        new StringSerializer())) {
            for (var number : List.of(1, 2, 2, 1, 3)) {
                producer.send(event("whole", number)).get();
            }
            for (var number : List.of(1, 3)) {
                producer.send(event("torn", number)).get();
            }
        }
    }

    @Test
    void takesEachEventOnceAndStopsWhereOneIsMissing() {
        var seen = new ArrayList<String>();

        assertThatThrownBy(() -> FirstConsumer.follow(KAFKA, "test", () -> true, seen::add))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Missed 2");
        assertThat(seen)
                .containsExactly(
                        "1 io.rollbook.user.deleted.v1 {}",
                        "2 io.rollbook.user.deleted.v1 {}",
                        "3 io.rollbook.user.deleted.v1 {}",
                        "1 io.rollbook.user.deleted.v1 {}");
    }

    private static ProducerRecord<String, String> event(String tenant, long number) {
        var envelope =
                new EventEnvelope(
                        tenant + number,
                        EventType.USER_DELETED_1,
                        tenant,
                        number,
                        number,
                        "/Users/42",
                        Instant.EPOCH,
                        1,
                        "r-1",
                        null);
        var event = new ProducerRecord<>(Topics.DIRECTORY, tenant, "{}");
        CloudEventHeaders.of(envelope)
                .forEach((name, value) -> event.headers().add(name, utf8(value)));
        return event;
    }

    private static byte[] utf8(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
