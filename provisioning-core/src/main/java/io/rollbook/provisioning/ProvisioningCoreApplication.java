package io.rollbook.provisioning;

import io.rollbook.link.ServiceNames;
import io.rollbook.link.server.LinkServerConfiguration;
import io.rollbook.link.server.LinkServiceName;
import io.rollbook.scim.seam.Readiness;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import java.util.Map;

/** The write side as a process of its own, configured from the environment. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ProvisioningCoreConfiguration.class, LinkServerConfiguration.class})
public class ProvisioningCoreApplication {

    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        var application = new SpringApplication(ProvisioningCoreApplication.class);
        application.setDefaultProperties(
                Map.of(
                        "spring.application.name", ServiceNames.CORE,
                        "management.endpoint.health.probes.enabled", "true",
                        "management.endpoint.health.group.readiness.include", "core",
                        // An unknown id is a client's mistake, answered and recorded already.
                        "logging.level.org.axonframework.modelling.command.AbstractRepository",
                                "error"));
        return application.run(arguments);
    }

    @Bean
    LinkServiceName linkServiceName() {
        return new LinkServiceName(ServiceNames.CORE);
    }

    @Bean
    HealthIndicator coreHealthIndicator(Readiness coreReadiness) {
        return () ->
                coreReadiness
                        .notReadyBecause()
                        .map(reason -> Health.down().withDetail("reason", reason).build())
                        .orElseGet(() -> Health.up().build());
    }
}
