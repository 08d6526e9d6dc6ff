package io.rollbook.standalone.promise;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.client.ScimClient;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** P9: no personal data in the keys and headers of what is published. */
class NothingPersonalIT {

    private static final List<String> TOPICS =
            List.of("rollbook.directory.v1", "rollbook.attempts.v1");

    private final RunningRollbook.Tenant tenant = RunningRollbook.shared().newTenant("entra");
    private final ScimClient scim = tenant.scim();

    @Test
    @Tag("X-6")
    @Tag("C9.3-1")
    void keysAndHeadersTellIdsOnly() {
        var path = "/Users/" + scim.createUser("zebediah@contoso.example").id();
        scim.patch(path, "{\"op\":\"add\",\"path\":\"title\",\"value\":\"zebediah\"}").expect(200);
        scim.post("/Users", "{\"userName\":\"ZEBEDIAH@contoso.example\"}").expect(409);
        tenant.awaitEntry(scim.delete(path).expect(204));

        var records = recordsOf(tenant.id());

        assertThat(records).anyMatch(record -> record.value().contains("zebediah"));
        assertThat(records)
                .extracting(NothingPersonalIT::outside)
                .noneMatch(NothingPersonalIT::personal);
    }

    private static boolean personal(String text) {
        return text.toLowerCase(Locale.ROOT).contains("zebediah") || text.contains("@");
    }

    private static String outside(ConsumerRecord<String, String> record) {
        return record.key()
                + StreamSupport.stream(record.headers().spliterator(), false)
                        .map(h -> h.key() + new String(h.value(), StandardCharsets.UTF_8))
                        .toList();
    }

    private static List<ConsumerRecord<String, String>> recordsOf(String tenant) {
        var settings =
                Map.<String, Object>of(
                        "bootstrap.servers",
                        RunningRollbook.shared().instance().kafka(),
                        "auto.offset.reset",
                        "earliest");
        var text = new StringDeserializer();
        try (var consumer = new KafkaConsumer<>(settings, text, text)) {
            var partitions = partitions(consumer).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            var records = new ArrayList<ConsumerRecord<String, String>>();
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofSeconds(1)).forEach(records::add);
            }
            return records.stream().filter(record -> tenant.equals(record.key())).toList();
        }
    }

    private static Stream<TopicPartition> partitions(KafkaConsumer<String, String> consumer) {
        return TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()));
    }
}
