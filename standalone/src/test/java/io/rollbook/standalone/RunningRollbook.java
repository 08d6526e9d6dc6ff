package io.rollbook.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.embedded.Folders;
import io.rollbook.embedded.OwnerFile;
import io.rollbook.embedded.postgres.EmbeddedPostgres;
import io.rollbook.standalone.client.Answer;
import io.rollbook.standalone.client.ScimClient;
import io.rollbook.standalone.folder.DataFolder;
import io.rollbook.standalone.folder.RunningInstance;
import io.rollbook.standalone.run.Standalone;
import io.rollbook.standalone.run.StartOptions;

import tools.jackson.databind.JsonNode;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One Rollbook for all tests of this process, on a temporary folder; each test class takes a tenant
 * of its own, so that they may run side by side.
 */
public final class RunningRollbook {

    /** Tests share connections and do not wait; limits are tested on instances of their own. */
    public static final Map<String, Object> HARDLY_LIMITED =
            Map.of(
                    "rollbook.limits.connection.requests-per-second", 1_000_000,
                    "rollbook.limits.connection.burst", 1_000_000,
                    "rollbook.limits.connection.concurrent-requests", 1_000,
                    "rollbook.limits.tenant.requests-per-second", 1_000_000,
                    "rollbook.limits.tenant.burst", 1_000_000,
                    "rollbook.limits.tenant.concurrent-requests", 1_000,
                    "rollbook.limits.concurrent-requests", 1_000,
                    "rollbook.limits.failures.burst", 1_000_000,
                    "rollbook.limits.report-every", "1s");

    private final RunningInstance instance;
    private final String adminSecret;
    private final ScimClient admin;
    private final Path folder;

    private RunningRollbook(RunningInstance instance, String adminSecret, Path folder) {
        this.folder = folder;
        this.instance = instance;
        this.adminSecret = adminSecret;
        this.admin = new ScimClient(base() + "/admin/v1", adminSecret);
    }

    public static RunningRollbook shared() {
        return Shared.ROLLBOOK;
    }

    public RunningInstance instance() {
        return instance;
    }

    /** Its data folder. */
    public Path folder() {
        return folder;
    }

    public String base() {
        return "http://localhost:" + instance.port();
    }

    public String scimBase() {
        return base() + "/scim/v2";
    }

    public String adminSecret() {
        return adminSecret;
    }

    public ScimClient admin() {
        return admin;
    }

    /** A connection of a service's role, or of the superuser {@code postgres}. */
    public Connection database(String role) throws SQLException {
        var url =
                "jdbc:postgresql://127.0.0.1:%d/%s"
                        .formatted(instance.postgresPort(), EmbeddedPostgres.DATABASE);
        var password = OwnerFile.read(folder.resolve("postgres/passwords").resolve(role));
        return DriverManager.getConnection(url, role, password.orElseThrow());
    }

    public Tenant newTenant(String profile) {
        var name = "t" + UUID.randomUUID();
        var created =
                admin.post(
                                "/tenants",
                                "{\"name\":\"%s\",\"profile\":\"%s\"}".formatted(name, profile))
                        .expect(201);
        return new Tenant(created.id(), name);
    }

    /** A tenant with a client for SCIM and one for the log. */
    public final class Tenant {

        private final String id;
        private final String name;
        private final ScimClient scim;
        private final ScimClient audit;

        private Tenant(String id, String name) {
            this.id = id;
            this.name = name;
            this.scim = new ScimClient(scimBase(), token("scim"));
            this.audit = new ScimClient(base() + "/audit", token("audit.read"));
        }

        public String id() {
            return id;
        }

        public String name() {
            return name;
        }

        public ScimClient scim() {
            return scim;
        }

        public ScimClient audit() {
            return audit;
        }

        public String token(String role) {
            return admin.post("/tenants/" + name + "/tokens", "{\"role\":\"" + role + "\"}")
                    .expect(201)
                    .text("/token");
        }

        /** What stands in the log now, newest first. */
        public List<JsonNode> entries() {
            return audit.get("/entries?count=1000")
                    .expect(200)
                    .body()
                    .path("entries")
                    .valueStream()
                    .toList();
        }

        /** The one entry of the request that got this answer, once the log has it. */
        public JsonNode awaitEntry(Answer answer) {
            var request = answer.header("X-Request-Id");
            var found =
                    await().until(
                                    () ->
                                            entries().stream()
                                                    .filter(entry -> isOf(entry, request))
                                                    .toList(),
                                    entries -> !entries.isEmpty());
            assertThat(found).hasSize(1);
            return found.getFirst();
        }

        private static boolean isOf(JsonNode entry, String request) {
            return entry.path("requestId").asString("").equals(request);
        }
    }

    private static final class Shared {

        private static final RunningRollbook ROLLBOOK = start();

        private static RunningRollbook start() {
            var path = Folders.temporary("rollbook-tests-");
            var folder = new DataFolder(path);
            var standalone = new Standalone(new StartOptions(folder, 0, 0, 0).with(HARDLY_LIMITED));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(standalone, path), "stop"));
            var instance = standalone.start();
            standalone.awaitLog();
            return new RunningRollbook(instance, folder.adminSecretOrNew(), path);
        }

        private static void stop(Standalone standalone, Path folder) {
            standalone.close();
            Folders.delete(folder);
        }
    }
}
