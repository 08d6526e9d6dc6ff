package io.rollbook.standalone.command;

import io.rollbook.embedded.Folders;
import io.rollbook.embedded.OwnerFile;
import io.rollbook.standalone.Refusal;
import io.rollbook.standalone.admin.IssuedToken;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the first token is written to. Looked at before anything starts: a token is made once, and
 * one that could not be written would be lost to a script that waits for the file.
 */
record TokenFile(Path path) {

    /**
     * @throws Refusal when nothing can be written there
     */
    TokenFile {
        path = path.toAbsolutePath().normalize();
        var folder = path.getParent();
        if (folder == null || Files.isDirectory(path)) {
            throw new Refusal("The token cannot be written to " + path + ": that is a folder.");
        }
        if (!Files.isWritable(Folders.owned(folder))) {
            throw new Refusal("The token cannot be written to " + path + ": no right to do so.");
        }
    }

    /** Says so when there is nothing to write: the file may be an old one. */
    void take(Optional<IssuedToken> token) {
        token.ifPresentOrElse(
                this::write,
                () ->
                        Terminal.warn(
                                "No first token was made, so none was written to " + path + "."));
    }

    /** A full disk does not end what is running; the terminal has shown the token. */
    private void write(IssuedToken token) {
        try {
            OwnerFile.write(path, (token.token() + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (UncheckedIOException e) {
            Terminal.warn("The token could not be written to " + path + ": " + e.getCause());
        }
    }
}
