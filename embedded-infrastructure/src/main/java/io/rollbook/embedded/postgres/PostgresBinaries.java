package io.rollbook.embedded.postgres;

import io.rollbook.embedded.Folders;
import io.rollbook.embedded.StartFailure;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Objects;

/** The server's programs, unpacked from the archive for this platform on the class path. */
final class PostgresBinaries {

    private PostgresBinaries() {}

    /**
     * Unpacks below the given folder unless that was done before.
     *
     * @return the folder that holds {@code bin}
     */
    static Path unpackInto(Path folder) {
        var name = "postgresql-" + version();
        var home = folder.resolve(name);
        if (Files.isDirectory(home)) {
            return home;
        }
        // Renamed when complete, so that a kill in the middle leaves nothing half made in use.
        var partial = Folders.owned(folder).resolve(name + "-" + ProcessHandle.current().pid());
        try {
            Folders.delete(partial);
            unpack(partial);
            return moved(partial, home);
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL cannot be unpacked into " + folder + ": " + e, e);
        }
    }

    private static Path moved(Path partial, Path home) throws IOException {
        try {
            return Files.move(partial, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException otherWasFirst) {
            Folders.delete(partial);
            return home;
        }
    }

    private static void unpack(Path target) throws IOException {
        var name = archiveName();
        try (var resource = PostgresBinaries.class.getResourceAsStream("/" + name)) {
            if (resource == null) {
                throw new StartFailure(
                        "There is no embedded PostgreSQL for this platform (" + name + ").");
            }
            unpack(resource, target);
        }
    }

    private static void unpack(InputStream archive, Path target) throws IOException {
        try (var tar =
                new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                write(entry, tar, target);
            }
        }
    }

    private static void write(TarArchiveEntry entry, InputStream content, Path target)
            throws IOException {
        var file = target.resolve(entry.getName()).normalize();
        if (!file.startsWith(target)) {
            throw new IOException("The archive points outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        var parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(content, file);
        if ((entry.getMode() & 0100) != 0) {
            Files.setPosixFilePermissions(
                    file,
                    EnumSet.of(
                            PosixFilePermission.OWNER_READ,
                            PosixFilePermission.OWNER_WRITE,
                            PosixFilePermission.OWNER_EXECUTE));
        }
    }

    /** Of the binaries on the class path; the build writes it down. */
    private static String version() {
        try (var resource = PostgresBinaries.class.getResourceAsStream("binaries-version")) {
            return new String(
                            Objects.requireNonNull(resource, "binaries-version").readAllBytes(),
                            StandardCharsets.UTF_8)
                    .strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String archiveName() {
        var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var machine = System.getProperty("os.arch");
        return "postgres-"
                + (system.startsWith("mac") ? "darwin" : system)
                + "-"
                + switch (machine) {
                    case "amd64" -> "x86_64";
                    case "aarch64" -> "arm_64";
                    default -> machine;
                }
                + ".txz";
    }
}
