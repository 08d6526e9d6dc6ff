package io.rollbook.provisioning;

import io.rollbook.provisioning.publish.PublishConfiguration;
import io.rollbook.provisioning.settings.CoreProperties;
import io.rollbook.provisioning.store.StoreConfiguration;
import io.rollbook.scim.seam.Readiness;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.Optional;

/** Everything that the write side needs, with a web server or without. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CoreProperties.class)
@Import({
    DatabaseConfiguration.class,
    StoreConfiguration.class,
    UseCaseConfiguration.class,
    PublishConfiguration.class
})
public class ProvisioningCoreConfiguration {

    /** Ready when a write can be made durable, which does not take Kafka. */
    @Bean
    Readiness coreReadiness(JdbcClient jdbc) {
        return () -> {
            try {
                jdbc.sql("select 1").query(Integer.class).single();
                return Optional.empty();
            } catch (DataAccessException e) {
                return Optional.of("The event store does not answer.");
            }
        };
    }
}
