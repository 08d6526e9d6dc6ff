package io.rollbook.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A fresh standalone Rollbook in a process and a temporary folder of its own. */
final class StandaloneProcess implements AutoCloseable {

    /** What the server can do is measured, not what it allows. */
    static final Map<String, String> WITHOUT_LIMITS =
            Map.of(
                    "ROLLBOOK_LIMITS_CONNECTION_REQUESTSPERSECOND", "1000000",
                    "ROLLBOOK_LIMITS_CONNECTION_BURST", "1000000",
                    "ROLLBOOK_LIMITS_CONNECTION_CONCURRENTREQUESTS", "1000",
                    "ROLLBOOK_LIMITS_TENANT_REQUESTSPERSECOND", "1000000",
                    "ROLLBOOK_LIMITS_TENANT_BURST", "1000000",
                    "ROLLBOOK_LIMITS_TENANT_CONCURRENTREQUESTS", "1000");

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Process process;
    private final Path folder;
    private final int port;
    private final int postgresPort;

    private StandaloneProcess(Process process, Path folder, int port, int postgresPort) {
        this.process = process;
        this.folder = folder;
        this.port = port;
        this.postgresPort = postgresPort;
    }

    /**
     * @param launcher the command that starts Rollbook, e.g. {@code ./rollbook}
     * @param settings environment variables
     */
    static StandaloneProcess start(Path launcher, Map<String, String> settings)
            throws IOException, InterruptedException {
        var folder = Files.createTempDirectory("rollbook-bench");
        int port = freePort();
        int postgresPort = freePort();
        var command =
                List.of(
                        launcher.toString(),
                        "up",
                        "--port=" + port,
                        "--postgres-port=" + postgresPort,
                        "--kafka-port=" + freePort(),
                        "--data=" + folder.resolve("data"),
                        "--token-file=" + folder.resolve("token"));
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("log").toFile());
        builder.environment().putAll(settings);
        var started = new StandaloneProcess(builder.start(), folder, port, postgresPort);
        started.awaitReady();
        return started;
    }

    URI base() {
        return URI.create("http://localhost:" + port + "/scim/v2/");
    }

    String token() throws IOException {
        return Files.readString(folder.resolve("token")).trim();
    }

    /** A connection of the installation's administrator. */
    HttpConnection administrator() throws IOException {
        var secret = Files.readString(folder.resolve("data/admin-secret")).strip();
        return new HttpConnection(URI.create("http://localhost:" + port + "/admin/v1"), secret);
    }

    /** Makes a tenant and gives a token of it. */
    String newTenant(String name) throws IOException {
        try (var connection = administrator()) {
            connection.send("POST", "/tenants", "{\"name\":\"" + name + "\"}");
            var path = "/tenants/" + name + "/tokens";
            var issued = connection.send("POST", path, "{\"role\":\"scim\"}").body();
            int start = issued.indexOf("rbk_");
            return issued.substring(start, issued.indexOf('"', start));
        }
    }

    /** Processor time since the start. */
    ProcessorTime used() {
        return ProcessorTime.of(process.toHandle(), postgres().resolve("data"));
    }

    private Path postgres() {
        return folder.resolve("data/postgres");
    }

    String superuserJdbcUrl() throws IOException {
        var password = Files.readString(postgres().resolve("passwords/postgres")).strip();
        return "jdbc:postgresql://127.0.0.1:%d/postgres?user=postgres&password=%s"
                .formatted(postgresPort, password);
    }

    private void awaitReady() throws IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!ready()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                throw new IllegalStateException(
                        "Rollbook did not start:\n" + Files.readString(folder.resolve("log")));
            }
            LockSupport.parkNanos(200_000_000L);
        }
    }

    private boolean ready() {
        var root = URI.create("http://localhost:" + port + "/");
        try (var connection = new HttpConnection(root, "none")) {
            return Files.exists(folder.resolve("token"))
                    && connection.send("GET", "/actuator/health/readiness", "").status() == 200;
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
