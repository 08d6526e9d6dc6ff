package io.rollbook.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.embedded.StartFailure;
import io.rollbook.standalone.folder.DataFolder;
import io.rollbook.standalone.folder.RunningInstance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One part that cannot start: the others stop, and what is said is what it says. */
@Execution(ExecutionMode.CONCURRENT)
class FailedStartIT {

    @TempDir private Path folder;

    @Test
    void saysWhatKafkaSaysAndNotWhatWasToBeBuiltOnIt() throws IOException {
        var data = new DataFolder(folder.resolve("data"));
        Files.createDirectories(data.kafka().resolve("logs"));
        Files.writeString(data.kafka().resolve("logs/meta.properties"), "version=none");

        try (var standalone = new Standalone(new StartOptions(data, 0, 0, 0))) {
            assertThatThrownBy(standalone::start)
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("Kafka did not start: ");
        }

        assertNothingRuns(data);
    }

    @Test
    void stopsWhenItIsReadyAndItsLogCannotStart() throws IOException {
        var data = new DataFolder(folder.resolve("data"));
        Files.createDirectories(data.path());
        Files.writeString(data.path().resolve("audit-key"), "no key");

        try (var standalone = new Standalone(new StartOptions(data, 0, 0, 0))) {
            var instance = standalone.start();

            assertThat(RunningInstance.of(data)).contains(instance);
            assertThatThrownBy(standalone::awaitLog)
                    .rootCause()
                    .hasMessageContaining("rollbook.audit.integrity.key must be");
        }

        assertNothingRuns(data);
    }

    private static void assertNothingRuns(DataFolder data) {
        assertThat(RunningInstance.of(data)).isEmpty();
        assertThat(data.postgres().resolve("data/postmaster.pid")).doesNotExist();
    }
}
