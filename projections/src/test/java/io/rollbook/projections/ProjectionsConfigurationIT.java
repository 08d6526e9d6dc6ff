package io.rollbook.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.contract.Topics;
import io.rollbook.embedded.EmbeddedServices;
import io.rollbook.projections.fixture.Client;
import io.rollbook.projections.fixture.Events;
import io.rollbook.projections.fixture.Publisher;
import io.rollbook.projections.fixture.World;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.Visibility;
import io.rollbook.scim.seam.Written;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** The beans that others compose, without a web server and with one. */
class ProjectionsConfigurationIT {

    private static final EmbeddedServices SERVICES = EmbeddedServices.shared();

    @Test
    void servesReadsWithoutWebServer() {
        var access =
                SERVICES.postgres()
                        .createServiceRole(
                                "p" + UUID.randomUUID().toString().replace("-", ""),
                                "rollbook_projections");
        var kafka = SERVICES.kafka().bootstrapServers();
        Publisher.createTopic(kafka, Topics.DIRECTORY, 4);
        try (var context =
                        new SpringApplicationBuilder(ProjectionsConfiguration.class)
                                .web(WebApplicationType.NONE)
                                .properties(settings(access.jdbcUrl(), access.password(), kafka))
                                .run();
                var publisher = new Publisher(kafka, Topics.DIRECTORY)) {
            var tenant = World.newTenant();
            publisher.publish(tenant, Events.user("u1", "ada"));

            assertThat(
                            context.getBean("visibility", Visibility.class)
                                    .await(
                                            tenant,
                                            List.of(new Written("u1", 1)),
                                            Duration.ofSeconds(20)))
                    .isTrue();
            var reads = context.getBean("reads", ScimEndpoint.class);
            assertThat(new Client(reads, tenant).get("/Users/u1").status()).isEqualTo(200);
            var readiness = context.getBean("projectionsReadiness", Readiness.class);
            await().until(() -> readiness.notReadyBecause().isEmpty());
            var administration = context.getBean("projectionsAdministration", ScimEndpoint.class);
            assertThat(new Client(administration, tenant).get("/rebuild").status()).isEqualTo(403);
        }
    }

    @Test
    void applicationListensForTheGateway(@TempDir Path folder) throws Exception {
        var key =
                Files.writeString(
                        folder.resolve("key"), Base64.getEncoder().encodeToString(new byte[32]));
        var access =
                SERVICES.postgres()
                        .createServiceRole(
                                "p" + UUID.randomUUID().toString().replace("-", ""),
                                "rollbook_projections");
        var settings =
                settings(access.jdbcUrl(), access.password(), SERVICES.kafka().bootstrapServers());
        var arguments = new ArrayList<String>();
        for (var setting : settings) {
            arguments.add("--" + setting);
        }
        arguments.add("--server.port=0");
        arguments.add("--rollbook.link.key-file=" + key);

        try (var context = ProjectionsApplication.start(arguments.toArray(String[]::new))) {
            assertThat(status(context, "/actuator/health/liveness")).isEqualTo(200);
            assertThat(status(context, "/internal/v1/readiness")).isIn(401, 404, 405);
        }
    }

    private static int status(ConfigurableApplicationContext context, String path)
            throws IOException, InterruptedException {
        var port = context.getEnvironment().getProperty("local.server.port");
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
            return client.send(request.build(), BodyHandlers.discarding()).statusCode();
        }
    }

    private static String[] settings(String url, String password, String kafka) {
        return new String[] {
            "rollbook.projections.database.url=" + url,
            "rollbook.projections.database.user=rollbook_projections",
            "rollbook.projections.database.password=" + password,
            "rollbook.projections.kafka.bootstrap-servers=" + kafka,
            "rollbook.projections.feed.shared=false",
            "rollbook.projections.cursors.key=" + Base64.getEncoder().encodeToString(new byte[32])
        };
    }
}
