package io.rollbook.provisioning.store;

import io.rollbook.provisioning.origin.Origin;
import io.rollbook.provisioning.store.catalog.EventCatalog;
import io.rollbook.provisioning.store.catalog.EventTypes;
import io.rollbook.provisioning.store.catalog.StoredType;

import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.eventsourcing.eventstore.EmbeddedEventStore;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

import java.util.stream.Stream;

import javax.sql.DataSource;

/**
 * The event store and Axon's parts, each named. Needs a {@link DataSource} whose schema is
 * migrated, its {@link PlatformTransactionManager} and {@link JdbcClient}; takes on every {@link
 * StoredType} bean as the type of a snapshot.
 */
@Configuration(proxyBeanMethods = false)
public class StoreConfiguration {

    @Bean
    EventCatalog eventCatalog(ObjectProvider<StoredType> snapshots) {
        return new EventCatalog(
                Stream.concat(EventTypes.ALL.stream(), snapshots.stream()).toList(),
                EventTypes.UPCASTERS);
    }

    @Bean
    AppendSignal appendSignal() {
        return new AppendSignal();
    }

    @Bean(destroyMethod = "shutDown")
    EventStore eventStore(
            DataSource database,
            PlatformTransactionManager transactions,
            EventCatalog catalog,
            AppendSignal signal) {
        return EmbeddedEventStore.builder()
                .storageEngine(PostgresEventStorage.on(database, transactions, catalog, signal))
                .optimizeEventConsumption(false)
                .build();
    }

    @Bean
    Aggregates aggregates(EventStore store) {
        return new Aggregates(store);
    }

    @Bean
    CommandHandling commandHandling(PlatformTransactionManager transactions, JdbcClient jdbc) {
        return new CommandHandling(transactions, jdbc, Origin.KEYS);
    }

    @Bean
    CommandGateway commandGateway(CommandHandling handling) {
        return handling.gateway();
    }
}
