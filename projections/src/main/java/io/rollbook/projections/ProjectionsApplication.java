package io.rollbook.projections;

import io.rollbook.link.LinkProperties;
import io.rollbook.link.LinkSigner;
import io.rollbook.link.ServiceNames;
import io.rollbook.link.client.LinkClient;
import io.rollbook.link.client.RemoteEndpoint;
import io.rollbook.link.server.LinkServerConfiguration;
import io.rollbook.link.server.LinkServiceName;
import io.rollbook.projections.rebuild.AdministrationReplay;
import io.rollbook.projections.rebuild.RebuildFailure;
import io.rollbook.projections.rebuild.ReplayRequest;
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

/** The read side as a process of its own, configured from the environment. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({ProjectionsConfiguration.class, LinkServerConfiguration.class})
public class ProjectionsApplication {

    private static final Duration REPLAY_TIMEOUT = Duration.ofHours(1);

    public static void main(String[] arguments) {
        start(arguments);
    }

    static ConfigurableApplicationContext start(String... arguments) {
        var application = new SpringApplication(ProjectionsApplication.class);
        application.setDefaultProperties(
                Map.of(
                        "spring.application.name", ServiceNames.PROJECTIONS,
                        "management.endpoint.health.probes.enabled", "true",
                        "management.endpoint.health.group.readiness.include", "projections"));
        return application.run(arguments);
    }

    @Bean
    LinkServiceName linkServiceName() {
        return new LinkServiceName(ServiceNames.PROJECTIONS);
    }

    /** A replay is asked for over the link, when it is needed. */
    @Bean
    ReplayRequest replayRequest(ProjectionsProperties properties, LinkProperties link) {
        var signer = new LinkSigner(ServiceNames.PROJECTIONS, link.load(), InstantSource.system());
        return topic -> {
            if (properties.core().isEmpty()) {
                throw new RebuildFailure(
                        "This service does not know the write side: set rollbook.projections.core"
                                + " to its base URL.");
            }
            try (var core = new LinkClient(ServiceNames.CORE, properties.core(), signer)) {
                var administration = new RemoteEndpoint(core, "administration", REPLAY_TIMEOUT);
                new AdministrationReplay(administration).replayTo(topic);
            }
        };
    }

    @Bean
    HealthIndicator projectionsHealthIndicator(Readiness projectionsReadiness) {
        return () ->
                projectionsReadiness
                        .notReadyBecause()
                        .map(reason -> Health.down().withDetail("reason", reason).build())
                        .orElseGet(() -> Health.up().build());
    }
}
