package io.rollbook.embedded.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The server's configuration file. */
final class ServerSettings {

    /**
     * Durable without exception. Statements and values stay out of the log, because they hold
     * personal data: of an error only a server's own fault is logged. Passwords are 192 random
     * bits, which iterations make no harder to guess, only slower to check.
     *
     * <p>Checkpoints are rare under load: after each, the first change of a page is a copy of it.
     * Processes for reading cost more than they save where cores are few.
     */
    private static final String SETTINGS =
            """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            max_connections = 200
            io_method = sync
            checkpoint_timeout = 15min
            jit = off
            scram_iterations = 1
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_checkpoints = off
            """;

    private static final long MEGABYTE = 1024 * 1024;
    static final long LEAST_BUFFERS = 128 * MEGABYTE;
    private static final long MOST_BUFFERS = 16 * 1024 * MEGABYTE;
    private static final long LEAST_WAL = 1024 * MEGABYTE;
    private static final long MOST_WAL = 32 * 1024 * MEGABYTE;

    private ServerSettings() {}

    /**
     * As much of its own memory as this process may have at most, which is a quarter of the
     * machine's unless somebody says otherwise; the server takes it when there is as much data.
     */
    static long buffers() {
        return Math.clamp(Runtime.getRuntime().maxMemory(), LEAST_BUFFERS, MOST_BUFFERS);
    }

    /**
     * @param port that it listens at
     * @param buffers bytes of its own memory for data
     */
    static void write(Path data, int port, long buffers) {
        try {
            Files.writeString(
                    data.resolve("postgresql.conf"),
                    "%sshared_buffers = %dMB\nmax_wal_size = %dMB\nport = %d\n"
                            .formatted(SETTINGS, buffers / MEGABYTE, wal(data) / MEGABYTE, port));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of what is free on the disk a third may be taken between two checkpoints, within bounds. */
    private static long wal(Path data) throws IOException {
        long free = Files.getFileStore(data).getUsableSpace();
        return Math.clamp(free / 3, LEAST_WAL, MOST_WAL);
    }
}
