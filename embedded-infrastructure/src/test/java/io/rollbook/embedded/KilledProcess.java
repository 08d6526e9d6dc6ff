package io.rollbook.embedded;

import static org.awaitility.Awaitility.await;

import io.rollbook.embedded.kafka.EmbeddedKafka;
import io.rollbook.embedded.postgres.EmbeddedPostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A process of its own that starts both servers and commits a row, until it is killed. */
final class KilledProcess {

    private static final String MARK = "committed";

    private KilledProcess() {}

    /** Returns when the process was killed after its row was committed. */
    static void runOn(Path folder) throws IOException, InterruptedException {
        var process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "--class-path",
                                System.getProperty("java.class.path"),
                                KilledProcess.class.getName(),
                                folder.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> !process.isAlive() || Files.exists(folder.resolve(MARK)));
        } finally {
            process.destroyForcibly();
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    public static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var services =
                EmbeddedServices.start(
                        () -> EmbeddedPostgres.startPersistent(folder.resolve("postgres"), 0),
                        () -> EmbeddedKafka.startPersistent(folder.resolve("kafka"), 0));
        var core = services.postgres().createServiceRole("rollbook_core");
        try (var connection =
                        DriverManager.getConnection(core.jdbcUrl(), core.user(), core.password());
                var statement = connection.createStatement()) {
            statement.execute("create table kept (value text)");
            statement.execute("insert into kept values ('yes')");
        }
        Files.createFile(folder.resolve(MARK));
    }
}
