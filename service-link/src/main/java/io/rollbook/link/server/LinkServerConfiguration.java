package io.rollbook.link.server;

import io.rollbook.link.LinkProperties;
import io.rollbook.link.LinkVerifier;
import io.rollbook.link.ReplayGuard;
import io.rollbook.link.settings.EnvironmentNames;
import io.rollbook.scim.seam.ClientDirectory;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.Visibility;

import org.apache.coyote.http11.AbstractHttp11Protocol;
import org.apache.tomcat.util.threads.VirtualThreadExecutor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.TomcatProtocolHandlerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * To be imported by the application of a service. Serves every {@link ScimEndpoint} bean under its
 * bean name, and the {@link TokenDirectory}, {@link ClientDirectory}, {@link Visibility} and {@link
 * Readiness} beans where there are any. Needs a {@link LinkServiceName} bean and the key of {@link
 * LinkProperties}.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkProperties.class)
public class LinkServerConfiguration {

    private static final Duration KEEP_IDLE_CONNECTIONS = Duration.ofSeconds(75);

    @Bean
    LinkGuard linkGuard(LinkServiceName name, LinkProperties properties) {
        EnvironmentNames.refuseUnknown(
                LinkProperties.PREFIX, LinkProperties.class, System.getenv().keySet());
        InstantSource clock = InstantSource.system();
        return new LinkGuard(
                new LinkVerifier(name.name(), properties.load(), clock),
                new ReplayGuard(clock),
                Math.toIntExact(properties.maxMessage().toBytes()));
    }

    /**
     * A wait for visibility blocks its thread, so threads are virtual; the gateway's connections
     * are few and long-lived, and the side that sends (30 s) must let go of an idle one first.
     */
    @Bean
    TomcatProtocolHandlerCustomizer<AbstractHttp11Protocol<?>> linkConnections() {
        return protocol -> {
            protocol.setExecutor(new VirtualThreadExecutor("link-"));
            protocol.setMaxKeepAliveRequests(-1);
            protocol.setKeepAliveTimeout(Math.toIntExact(KEEP_IDLE_CONNECTIONS.toMillis()));
        };
    }

    @Bean
    RouterFunction<ServerResponse> linkRoutes(
            LinkGuard guard,
            Map<String, ScimEndpoint> endpoints,
            ObjectProvider<TokenDirectory> tokens,
            ObjectProvider<ClientDirectory> clients,
            ObjectProvider<Visibility> visibility,
            List<Readiness> readiness) {
        return new LinkRoutes(
                        guard,
                        new ServedEndpoints(guard, endpoints),
                        new ServedQuestions(
                                tokens.getIfUnique(), visibility.getIfUnique(), readiness),
                        new ServedClients(clients.getIfUnique()))
                .routes();
    }
}
