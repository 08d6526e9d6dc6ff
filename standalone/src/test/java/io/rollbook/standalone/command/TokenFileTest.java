package io.rollbook.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.embedded.StartFailure;
import io.rollbook.standalone.Refusal;
import io.rollbook.standalone.admin.IssuedToken;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

class TokenFileTest {

    private static final IssuedToken TOKEN = new IssuedToken("id", "rbk_text");

    @TempDir private Path folder;

    @Test
    void isForItsOwnerOnlyAndMakesItsFolder() throws IOException {
        var path = folder.resolve("new/token");
        new TokenFile(path).take(Optional.of(TOKEN));
        assertThat(path).hasContent("rbk_text");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                .isEqualTo("rw-------");
    }

    @Test
    void leavesAnOldFileAloneWhenNothingWasMade() throws IOException {
        var path = Files.writeString(folder.resolve("token"), "old");
        new TokenFile(path).take(Optional.empty());
        assertThat(path).hasContent("old");
    }

    @Test
    void refusesBeforeTheTokenIsMadeWhatCannotBeWritten() throws IOException {
        assertThatThrownBy(() -> new TokenFile(folder)).isInstanceOf(Refusal.class);
        var file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> new TokenFile(file.resolve("token")))
                .isInstanceOf(StartFailure.class);
    }

    @Test
    void goesOnWhenTheFileCannotBeWrittenAfterAll() throws IOException {
        var path = folder.resolve("token");
        var file = new TokenFile(path);
        Files.createDirectories(path.resolve("in the way"));
        file.take(Optional.of(TOKEN));
        assertThat(path).isDirectory();
    }
}
