package io.rollbook.provisioning.publish;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.rollbook.contract.Topics;
import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.link.trace.Traces;
import io.rollbook.provisioning.publish.contract.PublicationMapping;
import io.rollbook.provisioning.publish.relay.Relay;
import io.rollbook.provisioning.publish.relay.RelaySettings;
import io.rollbook.provisioning.publish.replay.Replay;
import io.rollbook.provisioning.store.catalog.EventCatalog;
import io.rollbook.provisioning.store.catalog.EventTypes;

import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

/** Relays of one database, as many as a test wants; all end with the test. */
final class Relays implements AutoCloseable {

    static final RelaySettings PACE =
            new RelaySettings(Duration.ofMillis(20), Duration.ofMillis(20), Duration.ofMillis(100));

    private final DataSource database;
    private final KafkaClients kafka;
    private final KafkaTopics topics = new KafkaTopics(4, Optional.empty(), -1);
    private final PublicationMapping mapping =
            new PublicationMapping(new EventCatalog(EventTypes.ALL, EventTypes.UPCASTERS));
    private final List<Relay> started = new ArrayList<>();

    Relays(DatabaseAccess access, String bootstrapServers) {
        database = new DriverManagerDataSource(access.jdbcUrl(), access.user(), access.password());
        kafka = new KafkaClients(bootstrapServers, Map.of());
        makeTopics();
    }

    Relay start(RelaySettings pace, SimpleMeterRegistry registry) {
        var relay =
                new Relay(database, kafka::relayProducer, mapping, pace, registry, Traces.none());
        started.add(relay);
        relay.start();
        return relay;
    }

    Relay start() {
        return start(PACE, new SimpleMeterRegistry());
    }

    ReplayTopics replays() {
        return new ReplayTopics(
                kafka, topics, new Replay(database, kafka::replayProducer, mapping));
    }

    @Override
    public void close() {
        started.forEach(Relay::stop);
    }

    private void makeTopics() {
        try (var admin = kafka.admin()) {
            topics.create(admin, List.of(Topics.DIRECTORY, Topics.ATTEMPTS));
        }
    }
}
