package io.rollbook.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.gateway.running.Endpoint;
import io.rollbook.gateway.running.RunningService;
import io.rollbook.gateway.running.Services;
import io.rollbook.link.ServiceNames;
import io.rollbook.scim.seam.Unavailable;
import io.rollbook.scim.seam.Written;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;

class DistributedFormIT {

    private final Services services = new Services();
    private final HttpClient http = HttpClient.newHttpClient();
    private RunningService core;
    private RunningService projections;
    private RunningService audit;
    private ConfigurableApplicationContext gateway;

    @BeforeEach
    void start() {
        core =
                new RunningService(
                        ServiceNames.CORE,
                        services,
                        Map.of(
                                "writes", services.writes,
                                "administration", services.administration));
        projections =
                new RunningService(
                        ServiceNames.PROJECTIONS,
                        services,
                        Map.of(
                                "reads", services.reads,
                                "projectionsAdministration", services.projectionsAdministration));
        audit =
                new RunningService(
                        ServiceNames.AUDIT, services, Map.of("auditLog", services.auditLog));
        gateway =
                SpringApplication.run(
                        GatewayApplication.class,
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--rollbook.link.key=" + RunningService.KEY,
                        "--rollbook.gateway.health-kept-for=0s",
                        "--rollbook.gateway.services.core=" + core.address(),
                        "--rollbook.gateway.services.projections=" + projections.address(),
                        "--rollbook.gateway.services.audit=" + audit.address());
    }

    @AfterEach
    void stop() {
        http.shutdownNow();
        gateway.close();
        audit.close();
        projections.close();
        core.close();
    }

    @Test
    void requestsReachTheServicesAndTheirFailuresTheClient() throws Exception {
        services.writes.answers(request -> Endpoint.json(201, "{}", new Written("1", 1)));
        services.visibleWhen((tenant, written, atMost) -> false);

        HttpResponse<String> write = send("POST", "/scim/v2/Users", services.scimToken);
        HttpResponse<String> read = send("GET", "/scim/v2/Users", services.scimToken);
        HttpResponse<String> log = send("GET", "/audit/entries", services.auditToken);

        assertThat(write.statusCode()).isEqualTo(201);
        assertThat(write.headers().firstValue("Rollbook-Visibility")).contains("pending");
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(log.statusCode()).isEqualTo(200);
        assertThat(services.writes.request().caller().tenantId()).isEqualTo("tenant-1");

        services.writes.answers(
                request -> {
                    throw new Unavailable("the database", new IllegalStateException());
                });
        assertThat(send("POST", "/scim/v2/Users", services.scimToken).statusCode()).isEqualTo(503);
    }

    @Test
    void stoppedServiceMakesTheGatewayUnreadyAndItsRequestsUnavailable() throws Exception {
        assertThat(send("GET", "/actuator/health/readiness", "").statusCode()).isEqualTo(200);

        projections.close();

        assertThat(send("GET", "/actuator/health/readiness", "").statusCode()).isEqualTo(503);
        HttpResponse<String> read = send("GET", "/scim/v2/Users", services.scimToken);
        assertThat(read.statusCode()).isEqualTo(503);
        assertThat(read.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void stoppedLogKeepsNoScimRequestBack() throws Exception {
        assertThat(send("GET", "/actuator/health", "").statusCode()).isEqualTo(200);

        audit.close();

        assertThat(send("GET", "/actuator/health", "").statusCode()).isEqualTo(503);
        assertThat(send("GET", "/actuator/health/readiness", "").statusCode()).isEqualTo(200);
        assertThat(send("GET", "/scim/v2/Users", services.scimToken).statusCode()).isEqualTo(200);
        assertThat(send("GET", "/audit/entries", services.auditToken).statusCode()).isEqualTo(503);
    }

    private HttpResponse<String> send(String method, String path, String token) throws Exception {
        int port = ((WebServerApplicationContext) gateway).getWebServer().getPort();
        HttpRequest request =
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/scim+json")
                        .method(method, BodyPublishers.ofString(method.equals("GET") ? "" : "{}"))
                        .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
