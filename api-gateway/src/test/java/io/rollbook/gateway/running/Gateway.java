package io.rollbook.gateway.running;

import io.github.bucket4j.TimeMeter;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.rollbook.gateway.GatewayConfiguration;
import io.rollbook.scim.seam.ClientDirectory;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.TokenDirectory;
import io.rollbook.scim.seam.Visibility;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.context.support.GenericApplicationContext;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The gateway on a free port, as standalone composes it. */
public final class Gateway implements AutoCloseable {

    public static final String ADMIN_SECRET = "0123456789abcdef0123456789abcdef";

    /** Tests send as fast as they can; what is tested with limits names its own. */
    private static final Map<String, Object> HARDLY_LIMITED =
            Map.of(
                    "rollbook.limits.connection.requests-per-second", 1_000_000,
                    "rollbook.limits.connection.burst", 1_000_000,
                    "rollbook.limits.tenant.requests-per-second", 1_000_000,
                    "rollbook.limits.tenant.burst", 1_000_000,
                    "rollbook.limits.failures.burst", 1_000_000);

    public final Services services = new Services();
    public final PrometheusMeterRegistry meters =
            new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final HttpClient http = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    @SpringBootConfiguration(proxyBeanMethods = false)
    @Import(GatewayConfiguration.class)
    static class Application {}

    public Gateway(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(settings));
        arguments.add("--server.port=0");
        arguments.add("--server.address=127.0.0.1");
        arguments.add("--rollbook.gateway.admin-secret-file=" + secretFile());
        context =
                new SpringApplicationBuilder(Application.class)
                        .web(WebApplicationType.SERVLET)
                        .properties(HARDLY_LIMITED)
                        .initializers((GenericApplicationContext beans) -> register(beans))
                        .run(arguments.toArray(String[]::new));
    }

    private void register(GenericApplicationContext beans) {
        beans.registerBean("reads", ScimEndpoint.class, () -> services.reads);
        beans.registerBean("writes", ScimEndpoint.class, () -> services.writes);
        beans.registerBean("administration", ScimEndpoint.class, () -> services.administration);
        beans.registerBean(
                "projectionsAdministration",
                ScimEndpoint.class,
                () -> services.projectionsAdministration);
        beans.registerBean("auditLog", ScimEndpoint.class, () -> services.auditLog);
        beans.registerBean("refusalReports", ScimEndpoint.class, () -> services.refusalReports);
        beans.registerBean(
                "auditAdministration", ScimEndpoint.class, () -> services.auditAdministration);
        beans.registerBean("tokenDirectory", TokenDirectory.class, () -> services::callerOf);
        beans.registerBean("clientDirectory", ClientDirectory.class, () -> services.clients);
        beans.registerBean("visibility", Visibility.class, () -> services::await);
        beans.registerBean("coreReadiness", Readiness.class, () -> services::notReadyBecause);
        beans.registerBean("auditReadiness", Readiness.class, () -> services::logNotReadyBecause);
        beans.registerBean("clockOfLimits", TimeMeter.class, () -> services.clockOfLimits);
        beans.registerBean("meters", PrometheusMeterRegistry.class, () -> meters);
    }

    public int port() {
        return ((WebServerApplicationContext) context).getWebServer().getPort();
    }

    public URI uri(String pathAndQuery) {
        return URI.create("http://127.0.0.1:" + port() + pathAndQuery);
    }

    /** A request with the SCIM token and nothing else. */
    public HttpRequest.Builder scim(String pathAndQuery) {
        return bearer(pathAndQuery, services.scimToken);
    }

    public HttpRequest.Builder admin(String pathAndQuery) {
        return bearer(pathAndQuery, ADMIN_SECRET);
    }

    public HttpRequest.Builder bearer(String pathAndQuery, String credential) {
        return open(pathAndQuery).header("Authorization", "Bearer " + credential);
    }

    public HttpRequest.Builder open(String pathAndQuery) {
        return HttpRequest.newBuilder(uri(pathAndQuery));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops the server, but not the client. */
    public void stopServer() {
        context.close();
    }

    @Override
    public void close() {
        http.shutdownNow();
        context.close();
    }

    private static Path secretFile() {
        try {
            Path file = Files.createTempFile("admin-secret", "");
            file.toFile().deleteOnExit();
            return Files.writeString(file, ADMIN_SECRET + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
