package io.rollbook.audit;

import static io.rollbook.audit.fixture.Story.cause;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.audit.fixture.Broker;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.LogReader;
import io.rollbook.audit.fixture.Story;
import io.rollbook.contract.user.UserDeactivated;
import io.rollbook.embedded.EmbeddedServices;
import io.rollbook.link.LinkKey;
import io.rollbook.link.LinkSigner;
import io.rollbook.link.client.LinkClient;
import io.rollbook.link.client.RemoteEndpoint;
import io.rollbook.link.client.RemoteReadiness;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.ScimEndpoint;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** The log as it is composed: inside another process, and as a process of its own. */
class AuditConfigurationIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String KEY = Base64.getEncoder().encodeToString(new byte[48]);
    private static final String SIGNING_KEY = Base64.getEncoder().encodeToString(new byte[32]);
    private static final Story STORY = new Story("composed");
    private static final String KAFKA = EmbeddedServices.shared().kafka().bootstrapServers();

    @TempDir private static Path folder;

    @BeforeAll
    static void publishesOneEvent() throws Exception {
        var broker = new Broker(KAFKA);
        broker.createTopics(1);
        STORY.tell(new UserDeactivated("u-1", 2, cause("r-1")));
        broker.publish(STORY.told());
    }

    @Test
    void worksWithoutAWebServer() {
        try (var context =
                new SpringApplicationBuilder(AuditConfiguration.class)
                        .web(WebApplicationType.NONE)
                        .run(settings("audit_inner"))) {
            var reader =
                    new LogReader(context.getBean("auditLog", ScimEndpoint.class), STORY.tenant());

            await().atMost(PATIENCE).until(() -> reader.entries("").size() == 1);
            assertThat(context.getBean("auditReadiness", Readiness.class).notReadyBecause())
                    .isEmpty();
        }
    }

    @Test
    void worksAsAProcessOfItsOwn() throws Exception {
        var link =
                List.of(
                        "--server.port=0",
                        "--server.address=127.0.0.1",
                        "--rollbook.link.key=" + KEY);
        var settings =
                Stream.concat(Stream.of(settings("audit_outer")), link.stream())
                        .toArray(String[]::new);
        try (var context = AuditApplication.start(settings);
                var client = client(address(context))) {
            var reader =
                    new LogReader(new RemoteEndpoint(client, "auditLog", PATIENCE), STORY.tenant());

            await().atMost(PATIENCE).until(() -> reader.entries("").size() == 1);
            assertThat(new RemoteReadiness(client, PATIENCE).notReadyBecause()).isEmpty();
            assertThat(health(address(context))).isEqualTo(200);
        }
    }

    private static int health(URI address) throws Exception {
        try (var http = HttpClient.newHttpClient()) {
            var request =
                    HttpRequest.newBuilder(address.resolve("/actuator/health/readiness")).build();
            return http.send(request, BodyHandlers.discarding()).statusCode();
        }
    }

    private static URI address(ConfigurableApplicationContext context) {
        var server = ((WebServerApplicationContext) context).getWebServer();
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    private static LinkClient client(URI address) {
        var signer = new LinkSigner("gateway", LinkKey.ofText(KEY), InstantSource.system());
        return new LinkClient("audit-service", List.of(address), signer);
    }

    private static String[] settings(String name) {
        var access = Databases.create(name);
        return new String[] {
            "--rollbook.audit.database.url=" + access.jdbcUrl(),
            "--rollbook.audit.database.user=" + access.user(),
            "--rollbook.audit.database.password=" + access.password(),
            "--rollbook.audit.kafka.bootstrap-servers=" + KAFKA,
            "--rollbook.audit.kafka.group=" + name,
            "--rollbook.audit.integrity.key=" + SIGNING_KEY,
            "--rollbook.audit.integrity.checkpoint-folder=" + folder,
            "--spring.main.banner-mode=off"
        };
    }
}
