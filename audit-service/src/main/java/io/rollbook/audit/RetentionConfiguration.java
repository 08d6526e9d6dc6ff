package io.rollbook.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.integrity.checkpoint.CheckpointArchive;
import io.rollbook.audit.integrity.checkpoint.CheckpointFolder;
import io.rollbook.audit.integrity.key.SigningKeys;
import io.rollbook.audit.integrity.purge.PurgeMetrics;
import io.rollbook.audit.integrity.purge.PurgeRounds;
import io.rollbook.audit.integrity.retention.StoreKeeping;
import io.rollbook.scim.seam.Unavailable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;
import java.time.InstantSource;

/** What deletes entries that need not be kept. */
@Configuration(proxyBeanMethods = false)
class RetentionConfiguration {

    @Bean
    PurgeRounds purgeRounds(
            LogDatabase database,
            IntegrityBeans integrity,
            SigningKeys keys,
            AuditProperties properties,
            ObjectProvider<StoreKeeping> store,
            ObjectProvider<CheckpointArchive> archive,
            ObjectProvider<MeterRegistry> registry) {
        return new PurgeRounds(
                database,
                store.getIfAvailable(RetentionConfiguration::unknown),
                archive.getIfAvailable(
                        () -> new CheckpointFolder(properties.integrity().checkpointFolder())),
                keys,
                integrity.custody(),
                new PurgeMetrics(registry.getIfAvailable(() -> Metrics.globalRegistry)),
                InstantSource.system(),
                properties.purgeEvery());
    }

    /** Where nobody was named to ask, nothing is deleted. */
    static StoreKeeping unknown() {
        return tenant -> {
            throw new Unavailable(
                    "The write side is not known: set rollbook.audit.core to its base URL",
                    new IOException("no address"));
        };
    }
}
