package io.rollbook.embedded.postgres;

import io.rollbook.embedded.StartFailure;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs {@code initdb} and {@code pg_ctl}. PostgreSQL refuses to run as root, so for root they run
 * in a user namespace of their own, in which they are nobody and the files still theirs.
 */
final class PostgresPrograms {

    private static final long PATIENCE_SECONDS = 150;
    private static final Duration LOOK = Duration.ofMillis(5);

    /** For glibc: what one batch needed, the next one finds, and not pages to be cleared first. */
    private static final Map<String, String> MEMORY_IS_KEPT =
            Map.of(
                    "MALLOC_MMAP_THRESHOLD_", "33554432",
                    "MALLOC_TRIM_THRESHOLD_", "33554432");

    private final Path bin;
    private final Path log;
    private final List<String> prefix;

    /**
     * @param log gets what the programs and the server say
     */
    PostgresPrograms(Path home, Path log) {
        this.bin = home.resolve("bin");
        this.log = log;
        this.prefix = isRoot() ? List.of("unshare", "-U") : List.of();
    }

    void initialise(Path data, Path passwordFile) {
        require(
                "initdb",
                "--pgdata=" + data,
                "--username=postgres",
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--set=scram_iterations=1",
                "--encoding=UTF8",
                "--locale=C",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8");
    }

    /**
     * Returns when the server takes connections. {@code pg_ctl} looks ten times a second whether it
     * does, and knows when it never will; we look more often.
     */
    void start(Path data) {
        var starting =
                launch(
                        command(
                                "pg_ctl",
                                "start",
                                "--wait",
                                "--timeout=120",
                                "--pgdata=" + data,
                                "--log=" + log));
        while (!Postmaster.isReady(data)) {
            if (hasEnded(starting, LOOK)) {
                requireSuccess("pg_ctl", starting.exitValue());
                return;
            }
        }
    }

    /** Ends open sessions and waits until everything is on disk. */
    void stop(Path data) {
        require("pg_ctl", "stop", "--wait", "--timeout=60", "--mode=fast", "--pgdata=" + data);
    }

    /** For data that nobody wants any more: what is not on disk yet stays off it. */
    void abandon(Path data) {
        require("pg_ctl", "stop", "--wait", "--timeout=60", "--mode=immediate", "--pgdata=" + data);
    }

    private void require(String program, String... arguments) {
        requireSuccess(program, run(command(program, arguments)));
    }

    private List<String> command(String program, String... arguments) {
        var command = new ArrayList<>(prefix);
        command.add(bin.resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private void requireSuccess(String program, int exit) {
        if (exit != 0) {
            requireNamespace();
            throw new StartFailure(
                    "PostgreSQL: "
                            + program
                            + " ended with "
                            + exit
                            + "; the log "
                            + log
                            + " ends: "
                            + lastLines());
        }
    }

    /** Asked after a failure only: a start need not wait for the answer. */
    private void requireNamespace() {
        if (!prefix.isEmpty() && run(List.of("unshare", "-U", "true")) != 0) {
            throw new StartFailure(
                    "PostgreSQL does not run as root, and this system forbids the user namespace"
                            + " that would help; start Rollbook as an ordinary user.");
        }
    }

    private int run(List<String> command) {
        var process = launch(command);
        if (hasEnded(process, Duration.ofSeconds(PATIENCE_SECONDS))) {
            return process.exitValue();
        }
        process.destroyForcibly();
        throw new StartFailure(
                "PostgreSQL did not answer within " + PATIENCE_SECONDS + " s; see " + log);
    }

    private Process launch(List<String> command) {
        try {
            var builder =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectInput(new File("/dev/null"))
                            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            MEMORY_IS_KEPT.forEach(builder.environment()::putIfAbsent);
            return builder.start();
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL cannot be run: " + e.getMessage(), e);
        }
    }

    private static boolean hasEnded(Process process, Duration atMost) {
        try {
            return process.waitFor(atMost);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted while waiting for PostgreSQL.", e);
        }
    }

    private String lastLines() {
        try {
            var lines = Files.readAllLines(log);
            return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
