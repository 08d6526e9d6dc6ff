package io.rollbook.audit;

import io.rollbook.audit.integrity.retention.AdministrationKeeping;
import io.rollbook.audit.integrity.retention.StoreKeeping;
import io.rollbook.audit.reconcile.AdministrationCounts;
import io.rollbook.audit.reconcile.StoreCounts;
import io.rollbook.link.LinkProperties;
import io.rollbook.link.LinkSigner;
import io.rollbook.link.ServiceNames;
import io.rollbook.link.client.LinkClient;
import io.rollbook.link.client.RemoteEndpoint;
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

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** The provisioning log as a process of its own, configured from the environment. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({AuditConfiguration.class, LinkServerConfiguration.class})
public class AuditApplication {

    private static final Duration COUNT_TIMEOUT = Duration.ofMinutes(1);
    private static final Duration KEEPING_TIMEOUT = Duration.ofSeconds(10);

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

    /** Asked over the link how many events it has. */
    @Bean
    StoreCounts storeCounts(AuditProperties properties, LinkProperties link) {
        if (properties.core().isEmpty()) {
            return ReconciliationConfiguration.unknown();
        }
        var signer = signer(link);
        return position -> {
            try (var core = new LinkClient(ServiceNames.CORE, properties.core(), signer)) {
                var administration = new RemoteEndpoint(core, "administration", COUNT_TIMEOUT);
                return new AdministrationCounts(administration).after(position);
            }
        };
    }

    /** Asked over the link before anything is deleted. */
    @Bean
    StoreKeeping storeKeeping(AuditProperties properties, LinkProperties link) {
        if (properties.core().isEmpty()) {
            return RetentionConfiguration.unknown();
        }
        var signer = signer(link);
        return tenant -> {
            try (var core = new LinkClient(ServiceNames.CORE, properties.core(), signer)) {
                var administration = new RemoteEndpoint(core, "administration", KEEPING_TIMEOUT);
                return new AdministrationKeeping(administration).of(tenant);
            }
        };
    }

    private static LinkSigner signer(LinkProperties link) {
        return new LinkSigner(ServiceNames.AUDIT, link.load(), InstantSource.system());
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
