package io.rollbook.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.rollbook.contract.Topics;
import io.rollbook.embedded.EmbeddedServices;
import io.rollbook.scim.seam.Caller;
import io.rollbook.scim.seam.Profile;
import io.rollbook.scim.seam.Readiness;
import io.rollbook.scim.seam.Role;
import io.rollbook.scim.seam.ScimEndpoint;
import io.rollbook.scim.seam.ScimMethod;
import io.rollbook.scim.seam.ScimRequest;
import io.rollbook.scim.seam.TokenDirectory;

import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The write side as the standalone form starts it: without a web server or a scan for classes. */
class ProvisioningCoreConfigurationIT {

    private static final EmbeddedServices SERVICES = EmbeddedServices.shared();

    @Test
    void startsEveryPartOfTheSeamAndAnswersAnOperator() {
        try (var context = start("core_configuration")) {
            assertThat(context.getBean("writes", ScimEndpoint.class)).isNotNull();
            assertThat(context.getBean("tokenDirectory", TokenDirectory.class)).isNotNull();
            assertThat(context.getBean("coreReadiness", Readiness.class).notReadyBecause())
                    .isEmpty();

            var answer =
                    context.getBean("administration", ScimEndpoint.class)
                            .handle(administration("/tenants", "{\"name\":\"acme\"}"));
            assertThat(answer.status()).isEqualTo(201);
            assertThat(
                            context.getBean(JdbcClient.class)
                                    .sql("show transaction_timeout")
                                    .query(String.class)
                                    .single())
                    .as("the bound of what can hold publication up")
                    .isEqualTo("30s");
        }
    }

    @Test
    void makesTheTopicsAndPublishes() {
        var topic = "rollbook.directory.replay.core-configuration";
        try (var context = start("core_publishes")) {
            var administration = context.getBean("administration", ScimEndpoint.class);
            administration.handle(administration("/tenants", "{\"name\":\"globex\"}"));
            await().untilAsserted(
                            () -> {
                                try (var admin = admin()) {
                                    assertThat(admin.listTopics().names().get())
                                            .contains(Topics.DIRECTORY, Topics.ATTEMPTS);
                                }
                            });
            var replayed =
                    administration.handle(
                            administration("/replays", "{\"topic\":\"" + topic + "\"}"));
            assertThat(replayed.status()).isEqualTo(201);
        }
    }

    @Test
    void refusesToStartWhereACommitCanBeLost() {
        assertThatThrownBy(() -> start("core_unsafe", "&options=-c%20synchronous_commit%3Doff"))
                .rootCause()
                .hasMessageContaining("synchronous_commit=off")
                .hasMessageContaining("set it to on");
    }

    @Test
    void refusesToStartAsARoleThatRowLevelSecurityDoesNotBind() {
        SERVICES.postgres().createServiceRole("core_superuser", "rollbook_core");
        var superuser = SERVICES.postgres().superuser();
        assertThatThrownBy(
                        () ->
                                start(
                                        Map.of(
                                                "url", superuser.jdbcUrl(),
                                                "user", superuser.user(),
                                                "password", superuser.password())))
                .rootCause()
                .hasMessageContaining("Row-level security would not hold");
    }

    @Test
    void refusesASettingThatItDoesNotKnow() {
        var access = SERVICES.postgres().createServiceRole("core_unknown", "rollbook_core");
        assertThatThrownBy(
                        () ->
                                start(
                                        Map.of(
                                                "url", access.jdbcUrl(),
                                                "user", access.user(),
                                                "password", access.password(),
                                                "conections", "3")))
                .hasStackTraceContaining("rollbook.core.database.conections");
    }

    private static ConfigurableApplicationContext start(String database, String... more) {
        var access = SERVICES.postgres().createServiceRole(database, "rollbook_core");
        var url = access.jdbcUrl() + (more.length == 0 ? "" : "?" + more[0].substring(1));
        return start(Map.of("url", url, "user", access.user(), "password", access.password()));
    }

    private static ConfigurableApplicationContext start(Map<String, String> database) {
        var arguments =
                database.entrySet().stream()
                        .map(e -> "--rollbook.core.database." + e.getKey() + "=" + e.getValue());
        return new SpringApplicationBuilder(ProvisioningCoreConfiguration.class)
                .web(WebApplicationType.NONE)
                .run(
                        Stream.concat(
                                        arguments,
                                        Stream.of(
                                                "--rollbook.core.kafka.bootstrap-servers="
                                                        + SERVICES.kafka().bootstrapServers()))
                                .toArray(String[]::new));
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", SERVICES.kafka().bootstrapServers()));
    }

    private static ScimRequest administration(String path, String body) {
        return new ScimRequest(
                ScimMethod.POST,
                path,
                "",
                Map.of(),
                body.getBytes(StandardCharsets.UTF_8),
                new Caller("", Profile.ENTRA, "operator", "", Set.of(Role.ADMIN)),
                "request-1",
                Instant.EPOCH,
                "http://localhost",
                null);
    }
}
