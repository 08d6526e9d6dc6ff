package io.rollbook.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.embedded.EmbeddedServices;
import io.rollbook.embedded.StartFailure;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;

class EmbeddedPostgresIT {

    /** Of all tests: only the first start on it has to make the cluster. */
    @TempDir private static Path folder;

    @Test
    void isDurableAndRecent() throws SQLException {
        var superuser = EmbeddedServices.shared().postgres().superuser();
        assertThat(query(superuser, "show fsync")).isEqualTo("on");
        assertThat(query(superuser, "show synchronous_commit")).isEqualTo("on");
        assertThat(query(superuser, "show full_page_writes")).isEqualTo("on");
        assertThat(query(superuser, "show data_checksums")).isEqualTo("on");
        assertThat(query(superuser, "show server_version")).startsWith("18.");
    }

    @Test
    void keepsDataPasswordsAndRolesFromRunToRun() throws SQLException {
        try (var postgres = EmbeddedPostgres.startPersistent(folder, 0)) {
            var core = postgres.createServiceRole("rollbook_core");
            run(core, "create table kept (value text)");
            run(core, "insert into kept values ('yes')");
        }
        try (var postgres = EmbeddedPostgres.startPersistent(folder, 0)) {
            var core = postgres.createServiceRole("rollbook_core");
            assertThat(query(core, "select value from rollbook_core.kept")).isEqualTo("yes");
        }
    }

    @Test
    void comesBackOnTheSamePortAfterAPause() throws SQLException {
        try (var postgres = EmbeddedPostgres.startPersistent(folder, 0)) {
            var core = postgres.createServiceRole("rollbook_core");
            run(core, "create table paused (value text)");
            postgres.pause();
            assertThatThrownBy(() -> query(core, "select 1")).isInstanceOf(SQLException.class);
            postgres.resume();
            assertThat(query(core, "select count(*)::text from paused")).isEqualTo("0");
        }
    }

    @Test
    void refusesWithoutAPassword() {
        var access = EmbeddedServices.shared().postgres().superuser();
        var guess = new DatabaseAccess(access.jdbcUrl(), access.user(), "guess");
        assertThatThrownBy(() -> query(guess, "select 1")).hasMessageContaining("password");
    }

    @Test
    void keepsPasswordsInFilesOfTheOwnerOnly() throws IOException {
        try (var postgres = EmbeddedPostgres.startPersistent(folder, 0)) {
            var role = postgres.createServiceRole("rollbook_audit");
            var file = folder.resolve("passwords/rollbook_audit");
            assertThat(file).hasContent(role.password());
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(role.toString()).doesNotContain(role.password());
        }
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var port = taken.getLocalPort();
            assertThatThrownBy(() -> EmbeddedPostgres.startPersistent(folder, port))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageStartingWith("Port " + port + " for PostgreSQL is taken");
        }
    }

    @Test
    void saysThatAFolderIsInUse() {
        try (var first = EmbeddedPostgres.startPersistent(folder, 0)) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedPostgres.startPersistent(folder, 0))
                    .isInstanceOf(StartFailure.class)
                    .hasMessageContaining("is in use");
        }
    }

    private static String query(DatabaseAccess access, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                access.jdbcUrl(), access.user(), access.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void run(DatabaseAccess access, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                access.jdbcUrl(), access.user(), access.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
