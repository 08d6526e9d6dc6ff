package io.rollbook.audit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.reconcile.Reconciliation;
import io.rollbook.audit.reconcile.ReconciliationMetrics;
import io.rollbook.audit.reconcile.ReconciliationRounds;
import io.rollbook.audit.reconcile.StoreCounts;
import io.rollbook.audit.reconcile.TopicNumbers;
import io.rollbook.scim.seam.Unavailable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.io.IOException;

/** What proves that the log is complete: the comparison with the store and the topics. */
@Configuration(proxyBeanMethods = false)
class ReconciliationConfiguration {

    @Bean
    ReconciliationRounds reconciliationRounds(
            LogDatabase database,
            IntegrityBeans integrity,
            AuditProperties properties,
            ObjectProvider<StoreCounts> store,
            ObjectProvider<MeterRegistry> registry) {
        var metrics =
                new ReconciliationMetrics(registry.getIfAvailable(() -> Metrics.globalRegistry));
        var reconciliation =
                new Reconciliation(
                        database,
                        store.getIfAvailable(ReconciliationConfiguration::unknown),
                        new TopicNumbers(properties.kafka().bootstrapServers()),
                        integrity.custody(),
                        metrics);
        return new ReconciliationRounds(reconciliation, metrics, properties.reconcileEvery());
    }

    /** Where nobody was named to ask. */
    static StoreCounts unknown() {
        return position -> {
            throw new Unavailable(
                    "The write side is not known: set rollbook.audit.core to its base URL",
                    new IOException("no address"));
        };
    }
}
