package io.rollbook.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.integrity.checkpoint.CheckpointArchive;
import io.rollbook.audit.integrity.checkpoint.CheckpointFolder;
import io.rollbook.audit.integrity.checkpoint.CheckpointMetrics;
import io.rollbook.audit.integrity.checkpoint.CheckpointRounds;
import io.rollbook.audit.integrity.checkpoint.Checkpoints;
import io.rollbook.audit.integrity.custody.Custody;
import io.rollbook.audit.integrity.export.LogExport;
import io.rollbook.audit.integrity.key.SigningKeys;
import io.rollbook.audit.integrity.query.ExportEndpoint;
import io.rollbook.audit.integrity.query.IntegrityEndpoint;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.InstantSource;

/** What proves that the log is unaltered: keys, checkpoints, custody, export. */
@Configuration(proxyBeanMethods = false)
class IntegrityConfiguration {

    private final InstantSource clock = InstantSource.system();

    @Bean
    SigningKeys signingKeys(LogDatabase database, AuditProperties properties) {
        var settings = properties.integrity();
        return SigningKeys.use(
                database, settings.signingKey(), settings.previousSigningKey(), clock.instant());
    }

    @Bean
    CheckpointMetrics checkpointMetrics(ObjectProvider<MeterRegistry> registry) {
        return new CheckpointMetrics(registry.getIfAvailable(() -> Metrics.globalRegistry));
    }

    @Bean
    Checkpoints checkpoints(LogDatabase database, SigningKeys keys, CheckpointMetrics metrics) {
        return new Checkpoints(database, keys, metrics, clock);
    }

    /** The second place for checkpoints; another bean of this type replaces the folder. */
    @Bean
    CheckpointRounds checkpointRounds(
            LogDatabase database,
            Checkpoints checkpoints,
            SigningKeys keys,
            AuditProperties properties,
            CheckpointMetrics metrics,
            ObjectProvider<CheckpointArchive> archive) {
        var settings = properties.integrity();
        return new CheckpointRounds(
                database,
                checkpoints,
                archive.getIfAvailable(() -> new CheckpointFolder(settings.checkpointFolder())),
                keys.current().verifying(),
                metrics,
                settings.checkpointEvery());
    }

    @Bean
    IntegrityBeans integrityBeans(LogDatabase database, Checkpoints checkpoints, SigningKeys keys) {
        var custody = new Custody(database, clock);
        return new IntegrityBeans(
                custody,
                new IntegrityEndpoint(database, checkpoints, custody, clock),
                new ExportEndpoint(new LogExport(database, checkpoints, keys, clock)));
    }
}
