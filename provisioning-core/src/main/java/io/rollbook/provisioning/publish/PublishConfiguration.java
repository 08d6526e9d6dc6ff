package io.rollbook.provisioning.publish;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.rollbook.contract.Topics;
import io.rollbook.link.trace.Traces;
import io.rollbook.provisioning.administration.AdministrationJson;
import io.rollbook.provisioning.administration.AdministrationRoute;
import io.rollbook.provisioning.publish.contract.PublicationMapping;
import io.rollbook.provisioning.publish.count.StoredCounts;
import io.rollbook.provisioning.publish.relay.Relay;
import io.rollbook.provisioning.publish.relay.RelaySettings;
import io.rollbook.provisioning.publish.replay.Replay;
import io.rollbook.provisioning.settings.CoreProperties;
import io.rollbook.provisioning.store.AppendSignal;
import io.rollbook.provisioning.store.catalog.EventCatalog;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import java.util.List;
import java.util.Properties;

import javax.sql.DataSource;

/** The relay, which starts and stops with the application, and replays. */
@Configuration(proxyBeanMethods = false)
public class PublishConfiguration {

    private static final List<String> TOPICS = List.of(Topics.DIRECTORY, Topics.ATTEMPTS);

    @Bean
    PublicationMapping publicationMapping(EventCatalog catalog) {
        return new PublicationMapping(catalog);
    }

    @Bean
    KafkaClients kafkaClients(CoreProperties properties) {
        return new KafkaClients(properties.kafka().bootstrapServers(), properties.kafka().client());
    }

    @Bean
    KafkaTopics kafkaTopics(CoreProperties properties) {
        var kafka = properties.kafka();
        var retention = kafka.retention();
        return new KafkaTopics(
                kafka.partitions(),
                kafka.replication(),
                retention == null ? -1 : retention.toMillis());
    }

    @Bean
    Relay relay(
            CoreProperties properties,
            PublicationMapping mapping,
            KafkaClients clients,
            KafkaTopics topics,
            AppendSignal signal,
            ObjectProvider<MeterRegistry> registry,
            Traces traces) {
        var pace = properties.relay();
        var relay =
                new Relay(
                        connectionsOfItsOwn(properties.database()),
                        () -> {
                            try (var admin = clients.admin()) {
                                topics.create(admin, TOPICS);
                            }
                            return clients.relayProducer();
                        },
                        mapping,
                        new RelaySettings(pace.poll(), pace.save(), pace.retry()),
                        registry.getIfAvailable(() -> Metrics.globalRegistry),
                        traces);
        signal.subscribe(relay::wake);
        return relay;
    }

    @Bean
    ReplayTopics replayTopics(
            CoreProperties properties,
            PublicationMapping mapping,
            KafkaClients clients,
            KafkaTopics topics) {
        var replay =
                new Replay(
                        connectionsOfItsOwn(properties.database()),
                        clients::replayProducer,
                        mapping);
        return new ReplayTopics(clients, topics, replay);
    }

    @Bean
    AdministrationRoute countsRoute(CoreProperties properties) {
        return new CountsRoute(new StoredCounts(connectionsOfItsOwn(properties.database())));
    }

    @Bean
    AdministrationRoute replayRoute(ReplayTopics topics, AdministrationJson json) {
        return new ReplayRoute(topics, json);
    }

    /** Not from the pool: the lock lives as long as the connection. */
    private static DataSource connectionsOfItsOwn(CoreProperties.Database database) {
        var connections =
                new DriverManagerDataSource(database.url(), database.user(), database.secret());
        var settings = new Properties();
        settings.setProperty("ApplicationName", "rollbook-relay");
        settings.setProperty("tcpKeepAlive", "true");
        settings.setProperty("connectTimeout", "5");
        settings.setProperty("socketTimeout", "30");
        connections.setConnectionProperties(settings);
        return connections;
    }
}
