package io.rollbook.standalone.folder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

class DataFolderTest {

    @TempDir private Path path;

    @Test
    void keepsOneSecretForItsOwnerOnly() throws IOException {
        var folder = new DataFolder(path);
        assertThat(folder.adminSecret()).isEmpty();
        var secret = folder.adminSecretOrNew();
        assertThat(secret).hasSize(43);
        assertThat(folder.adminSecretOrNew()).isEqualTo(secret);
        assertThat(folder.adminSecret()).contains(secret);
        var mode = Files.getPosixFilePermissions(folder.adminSecretFile());
        assertThat(PosixFilePermissions.toString(mode)).isEqualTo("rw-------");
    }

    @Test
    void changesTheSigningKeyAndKeepsTheOldOne() {
        var folder = new DataFolder(path);
        var first = folder.signingKeyOrNew();
        assertThat(folder.signingKeyOrNew()).isEqualTo(first);
        assertThat(folder.previousSigningKey()).isEmpty();
        folder.changeSigningKey();
        assertThat(folder.signingKeyOrNew()).isNotEqualTo(first);
        assertThat(folder.previousSigningKey()).contains(first);
    }

    @Test
    void tellsWhatRunsOnIt() {
        var folder = new DataFolder(path);
        assertThat(RunningInstance.of(folder)).isEmpty();
        var instance =
                new RunningInstance(8080, "127.0.0.1:9092", 5432, ProcessHandle.current().pid());
        instance.writeTo(folder);
        assertThat(RunningInstance.of(folder)).contains(instance);
        RunningInstance.removeFrom(folder);
        assertThat(RunningInstance.of(folder)).isEmpty();
    }

    @Test
    void doesNotBelieveAKilledInstance() throws Exception {
        var folder = new DataFolder(path);
        var ended = new ProcessBuilder("true").start();
        ended.waitFor();
        new RunningInstance(8080, "127.0.0.1:9092", 5432, ended.pid()).writeTo(folder);
        assertThat(RunningInstance.of(folder)).isEmpty();
    }
}
