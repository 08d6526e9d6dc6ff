package io.rollbook.benchmarks.log;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.database.LogSchema;
import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.embedded.postgres.EmbeddedPostgres;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;

/** {@code mvn -q -Pquick -pl benchmarks -am test-compile exec:exec@log -Dlog.args="…"}. */
@Command(
        name = "log",
        mixinStandardHelpOptions = true,
        description = "Fills a log and measures its filters, and what gets into it.")
public final class LogBenchmark implements Callable<Integer> {

    private static final String ROLE = "rollbook_audit";

    /** Nothing has to outlive a crash while there is nothing yet. */
    private static final List<String> WHILE_FILLING =
            List.of(
                    "shared_buffers = '2GB'",
                    "max_wal_size = '8GB'",
                    "checkpoint_timeout = '30min'",
                    "wal_level = 'minimal'",
                    "max_wal_senders = 0",
                    "autovacuum = off",
                    "fsync = off");

    @Option(names = "--entries", description = "entries that are there at first")
    private long entries = 10_000_000;

    @Option(names = "--events", description = "events that the feeder then takes; 0 for none")
    private long events = 300_000;

    @Option(names = "--requests", description = "requests for each filter; 0 for none")
    private int requests = 100;

    @Option(names = "--folder", required = true, description = "keeps the log from run to run")
    private Path folder = Path.of("log");

    @Option(names = "--only", description = "a part of the filters that are measured")
    private String only = "";

    @Option(names = "--pause", description = "waits for Enter before the feeder begins")
    private boolean pause;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new LogBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Files.createDirectories(folder);
        var filled = folder.resolve("filled");
        try (var server = EmbeddedPostgres.startPersistent(folder.resolve("postgres"), 0)) {
            var owned = server.createOwnedSchema(EmbeddedPostgres.DATABASE, ROLE);
            var owner = owned.owner();
            LogSchema.migrate(
                    owner.jdbcUrl(), owner.user(), owner.password(), owned.service().user());
            if (!Files.exists(filled)) {
                fill(server, owned.service());
                Files.createFile(filled);
            }
            measure(server, owned.service());
        }
        return 0;
    }

    private void fill(EmbeddedPostgres server, DatabaseAccess access) throws Exception {
        for (var setting : WHILE_FILLING) {
            alterSystem(server, "set " + setting);
        }
        server.pause();
        server.resume();
        long began = System.nanoTime();
        try (var operator = operator(server, access)) {
            new GeneratedLog(operator).write(entries);
        }
        System.out.printf("%,d entries in %.0f s%n", entries, (System.nanoTime() - began) / 1e9);
        // What is measured is the server as it comes.
        alterSystem(server, "reset all");
        server.pause();
        server.resume();
    }

    private static void alterSystem(EmbeddedPostgres server, String change) throws SQLException {
        var superuser = server.superuser();
        try (var connection =
                        DriverManager.getConnection(
                                superuser.jdbcUrl(), superuser.user(), superuser.password());
                var statement = connection.createStatement()) {
            statement.execute("alter system " + change);
        }
    }

    private static Connection operator(EmbeddedPostgres server, DatabaseAccess access)
            throws SQLException {
        var superuser = server.superuser();
        return DriverManager.getConnection(
                access.jdbcUrl() + "?currentSchema=" + ROLE,
                superuser.user(),
                superuser.password());
    }

    private void measure(EmbeddedPostgres server, DatabaseAccess access) throws Exception {
        try (var database = LogDatabase.open(access.jdbcUrl(), access.user(), access.password());
                var operator = operator(server, access)) {
            if (requests > 0 || events > 0) {
                FullMemory.fill(operator);
            }
            if (requests > 0) {
                new FilterBenchmark(database, operator, entries, requests, only).run();
            }
            if (events > 0) {
                var cpu = new Cpu(folder.resolve("postgres/data"));
                new IngestBenchmark(database, operator, cpu, pause).run(entries, events);
            }
        }
    }
}
