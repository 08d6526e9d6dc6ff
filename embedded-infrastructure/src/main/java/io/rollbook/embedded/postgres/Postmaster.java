package io.rollbook.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** The server process that a data folder's {@code postmaster.pid} names. */
final class Postmaster {

    private static final String FILE = "postmaster.pid";
    private static final int STATUS_LINE = 7;

    private Postmaster() {}

    /**
     * The server that still runs on this folder. A file whose process is gone, or is another
     * program by now, is removed: it would keep the next server from starting.
     */
    static Optional<ProcessHandle> runningOn(Path data) {
        var file = data.resolve(FILE);
        try {
            var pid = Long.parseLong(Files.readAllLines(file).getFirst().strip());
            var running = ProcessHandle.of(pid).filter(Postmaster::isPostgres);
            if (running.isEmpty()) {
                Files.delete(file);
            }
            return running;
        } catch (NoSuchFileException cleanlyStopped) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a server on this folder says that it takes connections. */
    static boolean isReady(Path data) {
        try {
            var lines = Files.readAllLines(data.resolve(FILE));
            return lines.size() > STATUS_LINE && lines.get(STATUS_LINE).strip().equals("ready");
        } catch (IOException notThereYet) {
            return false;
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info().command().filter(path -> path.endsWith("/postgres")).isPresent();
    }
}
