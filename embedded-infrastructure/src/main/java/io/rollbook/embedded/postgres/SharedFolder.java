package io.rollbook.embedded.postgres;

import io.rollbook.embedded.Folders;
import io.rollbook.embedded.StartFailure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/** Where temporary servers share one unpacked copy of the programs. */
final class SharedFolder {

    private SharedFolder() {}

    /**
     * @throws StartFailure when somebody else owns it or may write to it: its programs are run
     */
    static Path get() {
        var user = System.getProperty("user.name");
        var folder =
                Folders.owned(
                        Path.of(System.getProperty("java.io.tmpdir"), "rollbook-programs-" + user));
        try {
            var attributes = Files.readAttributes(folder, PosixFileAttributes.class);
            var mode = PosixFilePermissions.toString(attributes.permissions());
            if (attributes.owner().getName().equals(user) && mode.equals("rwx------")) {
                return folder;
            }
        } catch (IOException e) {
            throw new StartFailure("The folder " + folder + " cannot be read: " + e, e);
        }
        throw new StartFailure(
                "The folder " + folder + " must belong to you and be closed to others; remove it.");
    }
}
