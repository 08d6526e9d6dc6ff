package io.rollbook.gateway;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rollbook.link.LinkProperties;
import io.rollbook.link.LinkSigner;
import io.rollbook.link.ServiceNames;
import io.rollbook.link.client.LinkClient;
import io.rollbook.link.client.RemoteClientDirectory;
import io.rollbook.link.client.RemoteEndpoint;
import io.rollbook.link.client.RemoteReadiness;
import io.rollbook.link.client.RemoteTokenDirectory;
import io.rollbook.link.client.RemoteVisibility;
import io.rollbook.link.settings.EnvironmentNames;
import io.rollbook.scim.seam.ClientDirectory;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.Visibility;
import io.rollbook.scim.seam.report.RefusalReport;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Duration;
import java.time.InstantSource;

/** The seam's beans over the link, for the distributed form. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({GatewayProperties.class, LinkProperties.class})
class RemoteServicesConfiguration {

    private static final Duration READINESS_TIMEOUT = Duration.ofSeconds(2);

    private final ServiceAddresses services;
    private final LinkSigner signer;

    RemoteServicesConfiguration(GatewayProperties settings, LinkProperties link) {
        EnvironmentNames.refuseUnknown(
                LinkProperties.PREFIX, LinkProperties.class, System.getenv().keySet());
        if (settings.services() == null) {
            throw new IllegalArgumentException(
                    "Set rollbook.gateway.services.core, .projections and .audit to the base URLs"
                            + " of the services, such as http://core:8081");
        }
        this.services = settings.services();
        this.signer = new LinkSigner(ServiceNames.GATEWAY, link.load(), InstantSource.system());
    }

    @Bean
    PrometheusMeterRegistry meters() {
        return new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    }

    @Bean
    LinkClient core() {
        return new LinkClient(ServiceNames.CORE, services.core(), signer);
    }

    @Bean
    LinkClient projections() {
        return new LinkClient(ServiceNames.PROJECTIONS, services.projections(), signer);
    }

    @Bean
    LinkClient audit() {
        return new LinkClient(ServiceNames.AUDIT, services.audit(), signer);
    }

    @Bean
    ScimEndpoint writes(LinkClient core) {
        return new RemoteEndpoint(core, "writes", services.timeout());
    }

    @Bean
    ScimEndpoint administration(LinkClient core) {
        return new RemoteEndpoint(core, "administration", services.timeout());
    }

    @Bean(RefusalReport.ENDPOINT)
    ScimEndpoint refusalReports(LinkClient core) {
        return new RemoteEndpoint(core, RefusalReport.ENDPOINT, services.timeout());
    }

    @Bean
    TokenDirectory tokenDirectory(LinkClient core) {
        return new RemoteTokenDirectory(core, services.timeout());
    }

    @Bean
    ClientDirectory clientDirectory(LinkClient core) {
        return new RemoteClientDirectory(core, services.timeout());
    }

    @Bean
    Readiness coreReadiness(LinkClient core) {
        return new RemoteReadiness(core, READINESS_TIMEOUT);
    }

    @Bean
    ScimEndpoint reads(LinkClient projections) {
        return new RemoteEndpoint(projections, "reads", services.timeout());
    }

    @Bean
    ScimEndpoint projectionsAdministration(LinkClient projections) {
        return new RemoteEndpoint(
                projections, "projectionsAdministration", services.rebuildTimeout());
    }

    @Bean
    Visibility visibility(LinkClient projections) {
        return new RemoteVisibility(projections);
    }

    @Bean
    Readiness projectionsReadiness(LinkClient projections) {
        return new RemoteReadiness(projections, READINESS_TIMEOUT);
    }

    @Bean
    ScimEndpoint auditLog(LinkClient audit) {
        return new RemoteEndpoint(audit, "auditLog", services.timeout());
    }

    @Bean
    ScimEndpoint auditAdministration(LinkClient audit) {
        return new RemoteEndpoint(audit, "auditAdministration", services.rebuildTimeout());
    }

    @Bean
    Readiness auditReadiness(LinkClient audit) {
        return new RemoteReadiness(audit, READINESS_TIMEOUT);
    }
}
