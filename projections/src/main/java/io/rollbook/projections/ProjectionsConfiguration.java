package io.rollbook.projections;

import com.zaxxer.hikari.HikariDataSource;

import io.micrometer.core.instrument.MeterRegistry;
import io.rollbook.link.ServiceNames;
import io.rollbook.link.settings.BulkProperties;
import io.rollbook.link.trace.TracedEndpoint;
import io.rollbook.link.trace.Traces;
import io.rollbook.link.trace.TracingProperties;
import io.rollbook.link.turn.FairEndpoint;
import io.rollbook.link.turn.Turns;
import io.rollbook.projections.cursor.Cursors;
import io.rollbook.projections.database.ConnectionPools;
import io.rollbook.projections.database.DatabaseLogin;
import io.rollbook.projections.database.TenantQueries;
import io.rollbook.projections.feed.FeedState;
import io.rollbook.projections.read.ReadEndpoint;
import io.rollbook.projections.read.ReadSettings;
import io.rollbook.projections.view.ShownCatalogs;
import io.rollbook.scim.discovery.Capabilities;
import io.rollbook.scim.extension.LeasedCatalogs;
import io.rollbook.scim.extension.TenantCatalogs;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Everything that the read side needs, with a web server or without. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
    ProjectionsProperties.class,
    BulkProperties.class,
    TracingProperties.class
})
@Import({FeedConfiguration.class, RebuildConfiguration.class})
public class ProjectionsConfiguration {

    @Bean
    HikariDataSource readDatabase(
            ProjectionsProperties properties, ObjectProvider<MeterRegistry> registry) {
        return ConnectionPools.watched(
                ConnectionPools.reads(
                        login(properties),
                        properties.database().readConnections(),
                        properties.reads().timeout()),
                FeedConfiguration.meters(registry));
    }

    @Bean
    Traces traces(TracingProperties tracing) {
        return Traces.of(tracing, ServiceNames.PROJECTIONS);
    }

    @Bean
    TenantQueries tenantQueries(@Qualifier("readDatabase") HikariDataSource readDatabase) {
        return new TenantQueries(readDatabase);
    }

    @Bean
    TenantCatalogs shownCatalogs(TenantQueries queries) {
        return new LeasedCatalogs(new ShownCatalogs(queries));
    }

    @Bean
    Cursors cursors(ProjectionsProperties properties) {
        return new Cursors(properties.cursors().load(), properties.cursors().timeout());
    }

    /** Answers every GET of SCIM, and every search. */
    @Bean
    ScimEndpoint reads(
            TenantQueries queries,
            Cursors cursors,
            TenantCatalogs catalogs,
            ProjectionsProperties properties,
            BulkProperties bulk,
            Traces traces,
            ObjectProvider<MeterRegistry> registry) {
        var reads = properties.reads();
        var turns = Turns.of(reads.atOnce(), properties.database().readConnections());
        FeedConfiguration.meters(registry).gauge("rollbook.reads.waiting", turns, Turns::waiting);
        var capabilities =
                new Capabilities(
                        null,
                        new Capabilities.Bulk(
                                true,
                                bulk.limits().maxOperations(),
                                bulk.limits().maxPayloadSize()),
                        reads.maxPage(),
                        true,
                        true,
                        new Capabilities.Pages(
                                reads.defaultPage(),
                                Math.toIntExact(properties.cursors().timeout().toSeconds())));
        return new TracedEndpoint(
                new FairEndpoint(
                        new ReadEndpoint(
                                queries,
                                new ReadSettings(
                                        reads.defaultPage(),
                                        reads.maxPage(),
                                        reads.maxReferences(),
                                        reads.maxRootResults()),
                                cursors,
                                catalogs,
                                capabilities),
                        turns),
                "read",
                traces);
    }

    /** Ready when the database answers and shows what has been published. */
    @Bean
    Readiness projectionsReadiness(TenantQueries queries, FeedState state) {
        return new ProjectionsReadiness(queries, state);
    }

    static DatabaseLogin login(ProjectionsProperties properties) {
        var database = properties.database();
        return new DatabaseLogin(database.url(), database.user(), database.secret());
    }
}
