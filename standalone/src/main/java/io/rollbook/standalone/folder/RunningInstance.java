package io.rollbook.standalone.folder;

import io.rollbook.embedded.OwnerFile;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * Where the Rollbook that runs on a data folder can be reached: a file in the folder, there while
 * it runs.
 *
 * @param certificate the file that the server shows, if it speaks TLS
 */
public record RunningInstance(
        int port, String kafka, int postgresPort, long process, Optional<Path> certificate) {

    private static final String FILE = "running";

    /** One that does not speak TLS. */
    public RunningInstance(int port, String kafka, int postgresPort, long process) {
        this(port, kafka, postgresPort, process, Optional.empty());
    }

    /** Without a trailing slash. */
    public URI base() {
        return URI.create((certificate.isPresent() ? "https" : "http") + "://localhost:" + port);
    }

    /** Empty when none runs on the folder; the file of a killed one does not count. */
    public static Optional<RunningInstance> of(DataFolder folder) {
        return OwnerFile.read(file(folder))
                .map(RunningInstance::parsed)
                .filter(instance -> ProcessHandle.of(instance.process).isPresent());
    }

    public void writeTo(DataFolder folder) {
        var text =
                """
                port=%d
                kafka=%s
                postgres-port=%d
                process=%d
                """
                                .formatted(port, kafka, postgresPort, process)
                        + certificate.map(path -> "certificate=" + path.toUri() + "\n").orElse("");
        OwnerFile.write(file(folder), text.getBytes(StandardCharsets.UTF_8));
    }

    public static void removeFrom(DataFolder folder) {
        try {
            Files.deleteIfExists(file(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RunningInstance parsed(String text) {
        var values = new Properties();
        try {
            values.load(new StringReader(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new RunningInstance(
                Integer.parseInt(values.getProperty("port")),
                values.getProperty("kafka"),
                Integer.parseInt(values.getProperty("postgres-port")),
                Long.parseLong(values.getProperty("process")),
                Optional.ofNullable(values.getProperty("certificate"))
                        .map(uri -> Path.of(URI.create(uri))));
    }

    private static Path file(DataFolder folder) {
        return folder.path().resolve(FILE);
    }
}
