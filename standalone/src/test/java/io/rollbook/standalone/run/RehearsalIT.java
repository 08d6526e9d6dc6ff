package io.rollbook.standalone.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.standalone.folder.DataFolder;
import io.rollbook.standalone.folder.RunningInstance;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.nio.file.Path;

/** What the launcher makes its cache from: it fails when one of its requests is refused. */
@Execution(ExecutionMode.CONCURRENT)
class RehearsalIT {

    @TempDir private Path folder;

    @Test
    void playsAllOfItAndLeavesNothingRunning() {
        var data = new DataFolder(folder.resolve("data"));

        Rehearsal.run(data);

        assertThat(RunningInstance.of(data)).isEmpty();
        assertThat(data.postgres().resolve("data/postmaster.pid")).doesNotExist();
    }
}
