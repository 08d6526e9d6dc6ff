package io.rollbook.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.rollbook.standalone.JavaCommand;
import io.rollbook.standalone.Rollbook;
import io.rollbook.standalone.folder.DataFolder;
import io.rollbook.standalone.folder.RunningInstance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the launcher makes its cache from: it fails when one of its requests is refused. */
@Execution(ExecutionMode.CONCURRENT)
class RehearsalIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir private Path folder;

    @Test
    void playsAllOfItAndLeavesNothingRunning() {
        var data = new DataFolder(folder.resolve("data"));

        try (var rehearsal = new Rehearsal(data)) {
            rehearsal.run();
        }

        assertThat(RunningInstance.of(data)).isEmpty();
        assertThat(data.postgres().resolve("data/postmaster.pid")).doesNotExist();
    }

    /** Ctrl-C at the very first start reaches it, too. */
    @Test
    void leavesNothingWhenItIsStopped() throws IOException {
        var process = start();
        try {
            var server = await().atMost(PATIENCE).until(this::server, Optional::isPresent);

            process.destroy();

            assertThat(process.onExit()).succeedsWithin(PATIENCE);
            await().until(() -> server.flatMap(ProcessHandle::of).isEmpty());
            assertThat(folder).isEmptyDirectory();
        } finally {
            process.destroy();
        }
    }

    private Process start() throws IOException {
        var command =
                new ArrayList<>(
                        JavaCommand.of(
                                Rollbook.class, false, "-Xmx512m", "-Djava.io.tmpdir=" + folder));
        command.add("rehearse");
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** The number of PostgreSQL's process, once there is one. */
    private Optional<Long> server() throws IOException {
        try (var places = Files.list(folder)) {
            return places.map(place -> place.resolve("postgres/data/postmaster.pid"))
                    .filter(Files::exists)
                    .flatMap(file -> first(file).stream())
                    .findFirst();
        }
    }

    private static Optional<Long> first(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.isEmpty() ? Optional.empty() : Optional.of(Long.valueOf(lines.getFirst()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
