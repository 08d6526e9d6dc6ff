package io.rollbook.embedded.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.embedded.EmbeddedServices;

import org.junit.jupiter.api.Test;

import java.sql.DriverManager;
import java.sql.SQLException;

class ServiceRolesIT {

    private static final String DATABASE = "service_roles";

    private final EmbeddedPostgres postgres = EmbeddedServices.shared().postgres();

    @Test
    void areMadeOnceHoweverOftenAsked() {
        var first = postgres.createServiceRole(DATABASE, "rollbook_audit");
        assertThat(postgres.createServiceRole(DATABASE, "rollbook_audit")).isEqualTo(first);
    }

    @Test
    void ownASchemaThatNoOtherRoleSees() throws SQLException {
        var audit = postgres.createServiceRole(DATABASE, "rollbook_audit");
        var projections = postgres.createServiceRole(DATABASE, "rollbook_projections");
        run(audit, "create table if not exists private (value text)");
        assertThatThrownBy(() -> run(projections, "select * from rollbook_audit.private"))
                .hasMessageContaining("permission denied for schema rollbook_audit");
        assertThatThrownBy(() -> run(projections, "create table public.stray (value text)"))
                .hasMessageContaining("permission denied for schema public");
    }

    @Test
    void letCoreBecomeItsRelayButNotInheritIt() throws SQLException {
        var core = postgres.createServiceRole(DATABASE, "rollbook_core");
        run(core, "set role rollbook_core_relay");
        assertThat(query(core, "select pg_has_role('rollbook_core_relay', 'usage')::text"))
                .isEqualTo("false");
    }

    @Test
    void refuseANameThatIsNotOne() {
        assertThatThrownBy(() -> postgres.createServiceRole("x; drop database rollbook"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static void run(DatabaseAccess access, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                access.jdbcUrl(), access.user(), access.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(DatabaseAccess access, String sql) throws SQLException {
        try (var connection =
                        DriverManager.getConnection(
                                access.jdbcUrl(), access.user(), access.password());
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
