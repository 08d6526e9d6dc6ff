package io.rollbook.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.database.LogSchema;
import io.rollbook.audit.graph.ProvisioningEndpoint;
import io.rollbook.audit.history.query.HistoryEndpoint;
import io.rollbook.audit.ingest.Ingest;
import io.rollbook.audit.ingest.IngestMetrics;
import io.rollbook.audit.ingest.LogFeeder;
import io.rollbook.audit.integrity.custody.WatchedLog;
import io.rollbook.audit.integrity.query.AuditRoutes;
import io.rollbook.audit.query.EntriesEndpoint;
import io.rollbook.audit.synchronization.query.JobsEndpoint;
import io.rollbook.link.ServiceNames;
import io.rollbook.link.trace.TracedEndpoint;
import io.rollbook.link.trace.Traces;
import io.rollbook.link.trace.TracingProperties;
import io.rollbook.link.turn.FairEndpoint;
import io.rollbook.link.turn.Turns;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/** Everything that the log needs, with a web server or without. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AuditProperties.class, TracingProperties.class})
@Import({
    IntegrityConfiguration.class,
    NotificationConfiguration.class,
    ReconciliationConfiguration.class,
    RetentionConfiguration.class,
    RebuildConfiguration.class
})
public class AuditConfiguration {

    @Bean
    LogDatabase logDatabase(AuditProperties properties, ObjectProvider<MeterRegistry> registry) {
        var settings = properties.database();
        var owner = settings.owner();
        if (owner != null && !LogSchema.isMigrated(settings.url(), owner.user(), owner.secret())) {
            LogSchema.migrate(settings.url(), owner.user(), owner.secret(), settings.user());
        }
        var database = LogDatabase.open(settings.url(), settings.user(), settings.secret());
        try {
            database.unsafeBecause().ifPresent(AuditConfiguration::refuse);
            registry.ifAvailable(database::watch);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static void refuse(String sentence) {
        throw new IllegalStateException(sentence);
    }

    @Bean
    Traces traces(TracingProperties tracing) {
        return Traces.of(tracing, ServiceNames.AUDIT);
    }

    @Bean
    LogFeeder logFeeder(
            LogDatabase database,
            AuditProperties properties,
            Traces traces,
            ObjectProvider<MeterRegistry> registry) {
        var metrics =
                new IngestMetrics(
                        registry.getIfAvailable(() -> Metrics.globalRegistry),
                        traces,
                        InstantSource.system());
        var kafka = properties.kafka();
        return new LogFeeder(
                new Ingest(database, properties.cyclePause(), InstantSource.system()),
                metrics,
                kafka.bootstrapServers(),
                kafka.group());
    }

    /**
     * Answers Graph's {@code GET /provisioning} and {@code /servicePrincipals}, {@code /history},
     * {@code GET /entries} and what {@link AuditRoutes} names besides.
     */
    @Bean
    ScimEndpoint auditLog(
            LogDatabase database,
            AuditProperties properties,
            IntegrityBeans integrity,
            Traces traces,
            ObjectProvider<MeterRegistry> registry) {
        var others =
                new AuditRoutes(
                        new EntriesEndpoint(database), integrity.questions(), integrity.export());
        var log =
                new WatchedLog(
                        new LogEndpoint(
                                Map.of(
                                        "provisioning",
                                        new ProvisioningEndpoint(database),
                                        "history",
                                        new HistoryEndpoint(database, InstantSource.system())),
                                others),
                        integrity.custody());
        // How a connection does is not what the log says: whoever watches it leaves no trace in it.
        var all =
                new LogEndpoint(
                        Map.of(
                                "servicePrincipals",
                                new JobsEndpoint(database, properties.cyclePause())),
                        log);
        var turns = Turns.of(null, LogDatabase.POOL_SIZE);
        registry.getIfAvailable(() -> Metrics.globalRegistry)
                .gauge("rollbook.audit.waiting", turns, Turns::waiting);
        return new TracedEndpoint(new FairEndpoint(all, turns), "read the log", traces);
    }

    /** Ready when the log can be read and is complete. */
    @Bean
    Readiness auditReadiness(LogDatabase database, LogFeeder feeder) {
        return () ->
                database.answers()
                        ? feeder.incompleteBecause()
                        : Optional.of("The database of the provisioning log does not answer.");
    }
}
