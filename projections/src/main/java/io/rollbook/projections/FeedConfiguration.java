package io.rollbook.projections;

import com.zaxxer.hikari.HikariDataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.rollbook.contract.Topics;
import io.rollbook.link.trace.Traces;
import io.rollbook.projections.apply.AppliedListener;
import io.rollbook.projections.apply.BatchApplication;
import io.rollbook.projections.database.ConnectionPools;
import io.rollbook.projections.database.SchemaMigration;
import io.rollbook.projections.database.Tables;
import io.rollbook.projections.database.TenantQueries;
import io.rollbook.projections.database.Transactions;
import io.rollbook.projections.event.KafkaClients;
import io.rollbook.projections.feed.DirectoryFeed;
import io.rollbook.projections.feed.FeedMetrics;
import io.rollbook.projections.feed.FeedSettings;
import io.rollbook.projections.feed.FeedState;
import io.rollbook.projections.visibility.VisibleVersions;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.InstantSource;

/** What keeps the read models up to date. */
@Configuration(proxyBeanMethods = false)
class FeedConfiguration {

    @Bean
    HikariDataSource feedDatabase(
            ProjectionsProperties properties, ObjectProvider<MeterRegistry> registry) {
        var pool =
                ConnectionPools.watched(
                        ConnectionPools.feed(ProjectionsConfiguration.login(properties)),
                        meters(registry));
        SchemaMigration.run(pool);
        return pool;
    }

    @Bean
    Transactions transactions(@Qualifier("feedDatabase") HikariDataSource feedDatabase) {
        return new Transactions(feedDatabase);
    }

    @Bean
    FeedState feedState() {
        return new FeedState();
    }

    /** Also the seam's {@code Visibility}. */
    @Bean
    VisibleVersions visibility(TenantQueries queries, ObjectProvider<MeterRegistry> registry) {
        return new VisibleVersions(queries, meters(registry));
    }

    @Bean
    FeedMetrics feedMetrics(
            FeedState state, Traces traces, ObjectProvider<MeterRegistry> registry) {
        return new FeedMetrics(meters(registry), state, traces, InstantSource.system());
    }

    @Bean
    KafkaClients kafkaClients(ProjectionsProperties properties) {
        var kafka = properties.kafka();
        return new KafkaClients(kafka.bootstrapServers(), kafka.properties());
    }

    @Bean(initMethod = "start")
    DirectoryFeed directoryFeed(
            KafkaClients consumers,
            Transactions transactions,
            ProjectionsProperties properties,
            FeedState state,
            VisibleVersions visibility,
            FeedMetrics metrics) {
        var feed = properties.feed();
        var group = properties.kafka().group();
        return new DirectoryFeed(
                () -> feed.shared() ? consumers.inGroup(group) : consumers.alone(),
                new FeedSettings(Topics.DIRECTORY, feed.shared(), feed.retryAfter()),
                new BatchApplication(transactions, Tables.SERVING),
                state,
                AppliedListener.all(visibility, metrics));
    }

    static MeterRegistry meters(ObjectProvider<MeterRegistry> registry) {
        return registry.getIfAvailable(() -> Metrics.globalRegistry);
    }
}
