package io.rollbook.standalone.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Starting and stopping as a person does it. */
@Execution(ExecutionMode.CONCURRENT)
class LifecycleIT {

    @TempDir private Path folder;

    @Test
    void stopsCleanlyAndHasEverythingBackAtTheNextStart() throws Exception {
        var postmaster = folder.resolve("data/postgres/data/postmaster.pid");
        String id;
        try (var first = RollbookProcess.up(folder)) {
            var token = Files.readString(folder.resolve("token")).strip();
            assertThat(first.said())
                    .contains("http://localhost:" + first.instance().port() + "/scim/v2/")
                    .containsOnlyOnce(token)
                    .contains(first.instance().kafka())
                    .contains("rollbook.directory.v1", "rollbook.attempts.v1")
                    .contains("Ctrl-C");
            assertThat(mode(folder.resolve("token"))).isEqualTo("rw-------");
            id = first.scim().createUser("kept").id();
            first.stop().exitCode();
        }
        assertThat(postmaster).doesNotExist();
        assertThat(folder.resolve("data/running")).doesNotExist();

        try (var second = RollbookProcess.up(folder)) {
            assertThat(second.said())
                    .doesNotContain("not shown again")
                    .contains("./rollbook token create --tenant demo")
                    .contains("No first token was made");
            anotherIsRefusedTheFolderInOneSentence();
            second.scim().get("/Users/" + id).expect(200);
        }
        assertThat(postmaster).doesNotExist();
    }

    @Test
    void refusesATakenPortInOneSentence() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();
            try (var refused = RollbookProcess.command(folder, "up", "--port=" + port)) {
                assertThat(refused.exitCode()).isEqualTo(1);
                assertThat(refused.said().strip().lines())
                        .singleElement()
                        .asString()
                        .startsWith("Port " + port + " for HTTP is taken");
            }
        }
    }

    @Test
    void refusesAPortThatCannotBeBeforeAnythingStarts() throws Exception {
        try (var refused = RollbookProcess.command(folder, "up", "--port=70000")) {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.said().strip().lines())
                    .singleElement()
                    .asString()
                    .startsWith("There is no port 70000");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    private void anotherIsRefusedTheFolderInOneSentence() throws Exception {
        try (var refused = RollbookProcess.command(folder, "up", "--port=0", "--kafka-port=0")) {
            assertThat(refused.exitCode()).isEqualTo(1);
            assertThat(refused.said().strip().lines())
                    .singleElement()
                    .asString()
                    .contains("is in use by another running Rollbook");
        }
    }

    private static String mode(Path file) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
