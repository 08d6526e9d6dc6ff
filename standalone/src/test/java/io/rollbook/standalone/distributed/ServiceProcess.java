package io.rollbook.standalone.distributed;

import static org.awaitility.Awaitility.await;

import io.rollbook.embedded.Ports;
import io.rollbook.standalone.JavaCommand;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One service as a process of its own, configured by its environment alone. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final String DATA_SOURCE =
            "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final Path log;

    private ServiceProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    static ServiceProcess start(Class<?> application, Map<String, String> environment, Path log)
            throws IOException {
        var port = Ports.free();
        var builder =
                new ProcessBuilder(JavaCommand.of(application, false, "-Xmx384m"))
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        // This class path holds all services; on its own, one has no other's libraries.
        builder.environment().put("SPRING_AUTOCONFIGURE_EXCLUDE", DATA_SOURCE);
        return new ServiceProcess(builder.start(), port, log);
    }

    int port() {
        return port;
    }

    String address() {
        return "http://localhost:" + port;
    }

    void awaitReady() {
        await().atMost(PATIENCE).until(() -> !process.isAlive() || isReady());
        if (!process.isAlive()) {
            throw new IllegalStateException("A service ended while starting; see " + log);
        }
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private boolean isReady() throws InterruptedException {
        var question =
                HttpRequest.newBuilder(URI.create(address() + "/actuator/health/readiness"))
                        .timeout(Duration.ofSeconds(5))
                        .build();
        try {
            return HTTP.send(question, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
}
