package io.rollbook.provisioning.publish.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.contract.Replays;
import io.rollbook.contract.Topics;
import io.rollbook.provisioning.publish.contract.Publication;
import io.rollbook.provisioning.publish.contract.PublicationMapping;
import io.rollbook.provisioning.publish.contract.Records;
import io.rollbook.provisioning.publish.relay.PublicationFailed;
import io.rollbook.provisioning.publish.source.Numbers;
import io.rollbook.provisioning.publish.source.RelayConnection;
import io.rollbook.provisioning.publish.source.TopicOfTenant;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

import java.sql.SQLException;
import java.util.Map;
import java.util.function.Supplier;

import javax.sql.DataSource;

/**
 * Publishes the directory's events again, on a topic of its own, from the first one up to where the
 * relay is. An event's number depends on nothing but the events before it in the store, so that it
 * is the number that the relay gave.
 */
public final class Replay {

    private static final int PAGE = 500;

    private final DataSource database;
    private final Supplier<Producer<String, byte[]>> kafka;
    private final PublicationMapping mapping;
    private final Records records = new Records();

    /**
     * @param database gives connections that are the replay's alone
     * @param kafka opens a producer that gives up one day
     */
    public Replay(
            DataSource database,
            Supplier<Producer<String, byte[]>> kafka,
            PublicationMapping mapping) {
        this.database = database;
        this.kafka = kafka;
        this.mapping = mapping;
    }

    /**
     * Returns when Kafka has it all.
     *
     * @param topic must be there and empty
     * @throws SQLException when the store cannot be read: the topic stays without its last records
     * @throws PublicationFailed when Kafka refused a record, with the same consequence
     */
    public Replayed to(String topic) throws SQLException, PublicationFailed {
        try (var store = RelayConnection.open(database);
                var producer = kafka.get()) {
            var batch = new Batch(producer);
            var replayed = repeat(store, batch, topic);
            for (var partition : producer.partitionsFor(topic)) {
                batch.send(lastRecord(replayed, partition.partition()));
            }
            batch.await();
            return replayed;
        }
    }

    private Replayed repeat(RelayConnection store, Batch batch, String topic)
            throws SQLException, PublicationFailed {
        var numbers = new Numbers(Map.of());
        long end = store.load().position();
        long position = 0;
        long events = 0;
        while (position < end) {
            var page = store.read(position, PAGE).rows();
            for (var row : page) {
                if (row.position() <= end) {
                    events += send(mapping.publicationOf(row), numbers, batch, topic);
                }
            }
            batch.await();
            position = page.getLast().position();
        }
        return new Replayed(topic, events, end);
    }

    private int send(Publication publication, Numbers numbers, Batch batch, String topic) {
        if (!publication.topic().equals(Topics.DIRECTORY)) {
            return 0;
        }
        var stream = new TopicOfTenant(publication.tenantId(), publication.topic());
        batch.send(records.recordOf(publication, topic, numbers.next(stream)));
        return 1;
    }

    private static ProducerRecord<String, byte[]> lastRecord(Replayed replayed, int partition) {
        var payload =
                "{\"events\":%d,\"position\":%d}".formatted(replayed.events(), replayed.position());
        var last =
                new ProducerRecord<String, byte[]>(
                        replayed.topic(), partition, null, payload.getBytes(UTF_8));
        Map.of(
                        "ce_specversion",
                        "1.0",
                        "ce_id",
                        replayed.topic() + "/" + partition,
                        "ce_source",
                        "/replays/" + replayed.topic(),
                        "ce_type",
                        Replays.FINISHED,
                        "content-type",
                        "application/json")
                .forEach((name, value) -> last.headers().add(name, value.getBytes(UTF_8)));
        return last;
    }
}
