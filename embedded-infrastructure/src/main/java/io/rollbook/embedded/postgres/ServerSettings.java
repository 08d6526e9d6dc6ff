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
     */
    private static final String SETTINGS =
            """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            fsync = on
            synchronous_commit = on
            full_page_writes = on
            max_connections = 200
            shared_buffers = 128MB
            max_wal_size = 1GB
            jit = off
            scram_iterations = 1
            timezone = 'UTC'
            log_timezone = 'UTC'
            log_min_messages = log
            log_min_error_statement = panic
            log_error_verbosity = terse
            log_checkpoints = off
            """;

    private ServerSettings() {}

    static void write(Path data, int port) {
        try {
            Files.writeString(data.resolve("postgresql.conf"), SETTINGS + "port = " + port + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
