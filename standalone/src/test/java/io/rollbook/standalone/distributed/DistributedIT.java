package io.rollbook.standalone.distributed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.audit.AuditApplication;
import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.embedded.EmbeddedServices;
import io.rollbook.gateway.GatewayApplication;
import io.rollbook.projections.ProjectionsApplication;
import io.rollbook.provisioning.ProvisioningCoreApplication;
import io.rollbook.standalone.admin.Administration;
import io.rollbook.standalone.client.ScimClient;
import io.rollbook.standalone.folder.DataFolder;
import io.rollbook.standalone.promise.ReadYourWrites;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Two instances of projections among them; one of the two is killed at the end. */
@Execution(ExecutionMode.CONCURRENT)
class DistributedIT {

    private final EmbeddedServices servers = EmbeddedServices.startTemporary();
    private final Deque<ServiceProcess> running = new ArrayDeque<>();

    @TempDir private Path folder;

    @Test
    void provisionsThroughTheGatewayAsInOneProcess() throws Exception {
        try {
            var core = start(ProvisioningCoreApplication.class, settings("core"));
            core.awaitReady();
            var first = startProjections(core);
            var second = startProjections(core);
            var audit = start(AuditApplication.class, auditSettings(core));
            var gateway = startGateway(core, audit, first.address() + "," + second.address());
            first.awaitReady();
            second.awaitReady();
            audit.awaitReady();
            gateway.awaitReady();

            try (var administration = new Administration(gateway.port(), secret("admin-secret"))) {
                administration.createTenant("contoso");
                var scim = client(gateway, administration, "/scim/v2", "scim");
                new ReadYourWrites(scim).play(100, 8);
                everyInstanceKnowsARegisteredSchema(administration, scim);
                oneInstanceGoesOnWhereTheOtherStopped(scim);
                new OAuthOverServices(gateway.address(), administration).play();
                auditShowsWrites(client(gateway, administration, "/audit", "audit.read"));
                second.kill();
                survives(scim);
                first.kill();
                writesGoOnWithoutReads(scim);
            }
        } finally {
            running.forEach(ServiceProcess::close);
            servers.close();
        }
    }

    /** As soon as its registration is answered. The gateway takes the instances in turn. */
    private static void everyInstanceKnowsARegisteredSchema(
            Administration administration, ScimClient scim) {
        var urn = "urn:ietf:params:scim:schemas:extension:Contoso:2.0:User";
        var document =
                "{\"id\":\"%s\",\"name\":\"Contoso\",\"attributes\":[{\"name\":\"badge\"}]}"
                        .formatted(urn);
        administration.registerSchema("contoso", "User", false, document.getBytes(UTF_8));

        var id =
                scim.post(
                                "/Users",
                                "{\"userName\":\"own\",\"%s\":{\"badge\":\"B1\"}}".formatted(urn))
                        .expect(201)
                        .id();
        for (int i = 0; i < 4; i++) {
            var found = scim.find("/Users", urn + ":badge eq \"B1\"").expect(200);
            assertThat(found.texts("Resources", "id")).containsExactly(id);
        }
    }

    /** The gateway takes the instances in turn. */
    private static void oneInstanceGoesOnWhereTheOtherStopped(ScimClient scim) {
        for (int i = 0; i < 9; i++) {
            scim.createUser("paged-" + i);
        }
        var query = "/Users?sortBy=userName&filter=userName+sw+%22paged-%22&count=2&cursor=";
        var names = new ArrayList<String>();
        var cursor = "";
        do {
            var page = scim.get(query + cursor).expect(200);
            names.addAll(page.texts("Resources", "userName"));
            cursor = page.text("/nextCursor");
        } while (!cursor.isEmpty());
        assertThat(names).hasSize(9).isSorted().doesNotHaveDuplicates();
    }

    /** Reads lag until the other instance has taken the killed one's partitions over. */
    private static void survives(ScimClient scim) {
        var id = scim.createUser("survivor").id();
        await().atMost(Duration.ofSeconds(90))
                .until(() -> scim.get("/Users/" + id).status() == 200);
    }

    private static void writesGoOnWithoutReads(ScimClient scim) {
        var created = scim.createUser("unseen");
        assertThat(created.header("Rollbook-Visibility")).isEqualTo("pending");
        scim.get("/Users/" + created.id()).expect(503);
    }

    private static ScimClient client(
            ServiceProcess gateway, Administration administration, String base, String role) {
        var token = administration.createToken("contoso", "default", role).token();
        return new ScimClient(gateway.address() + base, token);
    }

    private static void auditShowsWrites(ScimClient auditor) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () ->
                                assertThat(
                                                auditor.get("/entries")
                                                        .expect(200)
                                                        .body()
                                                        .path("entries"))
                                        .isNotEmpty());
    }

    private ServiceProcess startProjections(ServiceProcess core) throws IOException {
        var settings = settings("projections");
        settings.put("ROLLBOOK_PROJECTIONS_CORE", core.address());
        secret("cursor-key");
        settings.put(
                "ROLLBOOK_PROJECTIONS_CURSORS_KEYFILE", folder.resolve("cursor-key").toString());
        return start(ProjectionsApplication.class, settings);
    }

    private Map<String, String> auditSettings(ServiceProcess core) throws IOException {
        var roles = servers.postgres().createOwnedSchema("distributed", "rollbook_audit");
        secret("audit-key");
        var settings = settings("AUDIT", roles.service());
        settings.put("ROLLBOOK_AUDIT_DATABASE_OWNER_USER", roles.owner().user());
        settings.put("ROLLBOOK_AUDIT_DATABASE_OWNER_PASSWORD", roles.owner().password());
        settings.put("ROLLBOOK_AUDIT_CORE", core.address());
        settings.put("ROLLBOOK_AUDIT_INTEGRITY_KEYFILE", folder.resolve("audit-key").toString());
        settings.put(
                "ROLLBOOK_AUDIT_INTEGRITY_CHECKPOINTFOLDER",
                folder.resolve("checkpoints").toString());
        return settings;
    }

    /** A login, and where Kafka is. */
    private Map<String, String> settings(String name) {
        return settings(
                name.toUpperCase(Locale.ROOT),
                servers.postgres().createServiceRole("distributed", "rollbook_" + name));
    }

    private Map<String, String> settings(String name, DatabaseAccess database) {
        var prefix = "ROLLBOOK_" + name + "_";
        var settings = new HashMap<String, String>();
        settings.put(prefix + "DATABASE_URL", database.jdbcUrl());
        settings.put(prefix + "DATABASE_USER", database.user());
        settings.put(prefix + "DATABASE_PASSWORD", database.password());
        settings.put(prefix + "KAFKA_BOOTSTRAPSERVERS", servers.kafka().bootstrapServers());
        return settings;
    }

    /** The issuer in these tests is on this machine, and without a certificate. */
    private Map<String, String> oauthSettings() {
        return Map.of(
                "ROLLBOOK_OAUTH_KEYFILES",
                new DataFolder(folder).oauthKeyFiles().getFirst().toString(),
                "ROLLBOOK_OAUTH_ISSUERS_ALLOWHTTP",
                "true",
                "ROLLBOOK_OAUTH_ISSUERS_ALLOWPRIVATEADDRESSES",
                "true");
    }

    private ServiceProcess startGateway(
            ServiceProcess core, ServiceProcess audit, String projections) throws IOException {
        secret("admin-secret");
        var settings = new HashMap<>(oauthSettings());
        settings.putAll(
                Map.of(
                        "ROLLBOOK_GATEWAY_ADMINSECRETFILE",
                        folder.resolve("admin-secret").toString(),
                        "ROLLBOOK_GATEWAY_SERVICES_CORE",
                        core.address(),
                        "ROLLBOOK_GATEWAY_SERVICES_PROJECTIONS",
                        projections,
                        "ROLLBOOK_GATEWAY_SERVICES_AUDIT",
                        audit.address(),
                        "ROLLBOOK_LIMITS_CONNECTION_REQUESTSPERSECOND",
                        "10000",
                        "ROLLBOOK_LIMITS_CONNECTION_BURST",
                        "10000",
                        "ROLLBOOK_LIMITS_TENANT_REQUESTSPERSECOND",
                        "10000",
                        "ROLLBOOK_LIMITS_TENANT_BURST",
                        "10000"));
        return start(GatewayApplication.class, settings);
    }

    private ServiceProcess start(Class<?> application, Map<String, String> environment)
            throws IOException {
        secret("link-key");
        var settings = new HashMap<>(environment);
        settings.put("ROLLBOOK_LINK_KEYFILE", folder.resolve("link-key").toString());
        var log = folder.resolve(running.size() + "-" + application.getSimpleName() + ".log");
        var started = ServiceProcess.start(application, settings, log);
        running.push(started);
        return started;
    }

    /** A random secret in a file; the same one at each call. */
    private String secret(String name) throws IOException {
        var file = folder.resolve(name);
        if (!Files.exists(file)) {
            var bytes = new byte[32];
            new SecureRandom().nextBytes(bytes);
            Files.writeString(file, Base64.getEncoder().encodeToString(bytes));
        }
        return Files.readString(file);
    }
}
