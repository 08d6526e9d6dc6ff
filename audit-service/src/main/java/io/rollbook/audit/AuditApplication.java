package io.rollbook.audit;

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

/** The provisioning log as a process of its own, configured from the environment. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({AuditConfiguration.class, LinkServerConfiguration.class})
public class AuditApplication {

    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        var application = new SpringApplication(AuditApplication.class);
        application.setDefaultProperties(
                Map.of(
                        "spring.application.name", "audit-service",
                        "management.endpoint.health.probes.enabled", "true",
                        "management.endpoint.health.group.readiness.include", "audit"));
        return application.run(arguments);
    }

    @Bean
    LinkServiceName linkServiceName() {
        return new LinkServiceName("audit-service");
    }

    @Bean
    HealthIndicator auditHealthIndicator(Readiness auditReadiness) {
        return () ->
                auditReadiness
                        .notReadyBecause()
                        .map(reason -> Health.down().withDetail("reason", reason).build())
                        .orElseGet(() -> Health.up().build());
    }
}
