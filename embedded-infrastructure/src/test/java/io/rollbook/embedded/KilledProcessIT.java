package io.rollbook.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.embedded.kafka.EmbeddedKafka;
import io.rollbook.embedded.postgres.EmbeddedPostgres;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;

class KilledProcessIT {

    @TempDir private Path folder;

    @Test
    void theNextStartStopsTheOrphanAndHasEverything() throws Exception {
        KilledProcess.runOn(folder);
        var orphan = postmaster();
        assertThat(orphan.isAlive()).isTrue();

        try (var services =
                EmbeddedServices.start(
                        () -> EmbeddedPostgres.startPersistent(folder.resolve("postgres"), 0),
                        () -> EmbeddedKafka.startPersistent(folder.resolve("kafka"), 0))) {
            // It has let go of its data by now, and is gone a moment later.
            assertThat(orphan.onExit()).succeedsWithin(Duration.ofSeconds(30));
            var core = services.postgres().createServiceRole("rollbook_core");
            try (var connection =
                            DriverManager.getConnection(
                                    core.jdbcUrl(), core.user(), core.password());
                    var statement = connection.createStatement();
                    var rows = statement.executeQuery("select value from kept")) {
                assertThat(rows.next()).isTrue();
                assertThat(rows.getString(1)).isEqualTo("yes");
            }
        }
        assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    private ProcessHandle postmaster() throws Exception {
        var lines = Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"));
        return ProcessHandle.of(Long.parseLong(lines.getFirst())).orElseThrow();
    }
}
