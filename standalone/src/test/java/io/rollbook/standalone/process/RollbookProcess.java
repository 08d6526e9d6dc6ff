package io.rollbook.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.JavaCommand;
import io.rollbook.standalone.Rollbook;
import io.rollbook.standalone.RunningRollbook;
import io.rollbook.standalone.admin.Administration;
import io.rollbook.standalone.client.ScimClient;
import io.rollbook.standalone.folder.DataFolder;
import io.rollbook.standalone.folder.RunningInstance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command of Rollbook in a process of its own. */
final class RollbookProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String HEAP = "-Xmx1g";

    private final Process process;
    private final Path output;
    private final Path folder;

    private RollbookProcess(Process process, Path output, Path folder) {
        this.process = process;
        this.output = output;
        this.folder = folder;
    }

    /** Starts {@code rollbook up} on free ports and waits until it says that it is ready. */
    static RollbookProcess up(Path folder) throws IOException {
        return up(folder, Map.of());
    }

    /**
     * @param settings beside those that all tests have
     */
    static RollbookProcess up(Path folder, Map<String, String> settings) throws IOException {
        var started =
                start(
                        JavaCommand.of(Rollbook.class, true, JavaCommand.serverOptions(HEAP)),
                        folder.resolve("data"),
                        folder,
                        settings,
                        "up",
                        "--port=0",
                        "--kafka-port=0",
                        "--token-file=" + folder.resolve("token"));
        await().atMost(PATIENCE)
                .until(() -> !started.isAlive() || started.said().contains("Rollbook is ready."));
        assertThat(started.said()).contains("Rollbook is ready.");
        return started;
    }

    /** Starts a command on the folder's subfolder {@code data}. */
    static RollbookProcess command(Path folder, String... arguments) throws IOException {
        return commandOn(folder.resolve("data"), folder, arguments);
    }

    /**
     * Starts a command on another data folder.
     *
     * @param folder for what the command says
     */
    static RollbookProcess commandOn(Path data, Path folder, String... arguments)
            throws IOException {
        var java = JavaCommand.of(Rollbook.class, false, HEAP);
        return start(java, data, folder, Map.of(), arguments);
    }

    private static RollbookProcess start(
            List<String> java,
            Path data,
            Path folder,
            Map<String, String> settings,
            String... arguments)
            throws IOException {
        var command = new ArrayList<>(java);
        command.addAll(List.of(arguments));
        command.add("--data=" + data);
        var output = Files.createTempFile(folder, "output-", ".txt");
        var builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        RunningRollbook.HARDLY_LIMITED.forEach(
                (name, value) ->
                        builder.environment().put(environmentName(name), value.toString()));
        settings.forEach((name, value) -> builder.environment().put(environmentName(name), value));
        return new RollbookProcess(builder.start(), output, folder);
    }

    private static String environmentName(String setting) {
        return setting.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }

    ScimClient scim() {
        try {
            return scim(Files.readString(folder.resolve("token")).strip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ScimClient scim(String token) {
        return new ScimClient("http://localhost:" + instance().port() + "/scim/v2", token);
    }

    RunningInstance instance() {
        return RunningInstance.of(data()).orElseThrow();
    }

    /** Of the tenant that the first start made. */
    String tenantId() {
        var secret = data().adminSecret().orElseThrow();
        try (var administration = new Administration(instance().port(), secret)) {
            return administration.tenants().getFirst().id();
        }
    }

    private DataFolder data() {
        return new DataFolder(folder.resolve("data"));
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Everything on standard output and standard error so far. */
    String said() {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * SIGTERM; SIGINT would be ignored where the build itself runs in the background of a shell.
     */
    RollbookProcess stop() {
        process.destroy();
        return this;
    }

    /** SIGKILL. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Waits for the end. */
    int exitCode() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    /** SIGTERM, when it still runs. */
    @Override
    public void close() {
        process.destroy();
        process.onExit().orTimeout(1, TimeUnit.MINUTES).join();
    }
}
