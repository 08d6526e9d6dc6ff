package io.rollbook.audit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.audit.fixture.Databases;
import io.rollbook.embedded.DatabaseAccess;
import io.rollbook.embedded.EmbeddedServices;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Entries are added and never changed: not by the service, and not by who owns the tables. */
class AppendOnlyIT {

    private static LogDatabase database;
    private static DatabaseAccess access;

    @BeforeAll
    static void opens() {
        access = Databases.create("audit_append_only");
        database = Databases.open(access);
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "entry",
                "entry_event",
                "chain_link",
                "chain_node",
                "custody_entry",
                "checkpoint",
                "purge",
                "signing_key"
            })
    void isOnlyAddedTo(String table) {
        var column = table.equals("signing_key") ? "id" : "tenant";
        for (var statement :
                new String[] {
                    "update %s set %s = 'x'".formatted(table, column),
                    "delete from " + table,
                    "truncate " + table,
                    "drop table " + table,
                    "alter table " + table + " disable trigger all"
                }) {
            assertThatThrownBy(() -> database.write(rows -> run(rows, statement)))
                    .as(statement)
                    .rootCause()
                    .hasMessageMatching("(?s).*(permission denied|must be owner).*");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update entry_event set document = ''",
                "delete from entry_event",
                "truncate entry_event",
                "delete from custody_entry",
                "truncate checkpoint"
            })
    void isRefusedToTheOwnerToo(String statement) {
        var owner =
                EmbeddedServices.shared()
                        .postgres()
                        .createOwnedSchema("audit_append_only", access.user())
                        .owner();
        var asOwner =
                new JdbcTemplate(
                        new DriverManagerDataSource(
                                owner.jdbcUrl(), owner.user(), owner.password()));

        assertThatThrownBy(() -> asOwner.execute(statement))
                .rootCause()
                .hasMessageContaining("The log is only added to");
    }

    @Test
    void isSafeToServeWith() {
        assertThat(database.unsafeBecause()).isEmpty();
    }

    @Test
    void doesNotServeAsARoleThatCanChangeEntries() {
        var superuser = EmbeddedServices.shared().postgres().superuser();
        try (var powerful =
                LogDatabase.open(
                        access.jdbcUrl() + "?currentSchema=rollbook_audit",
                        superuser.user(),
                        superuser.password())) {
            assertThat(powerful.unsafeBecause()).get().asString().contains("can change entries");
        }
    }

    @Test
    void doesNotServeWithoutTables() {
        var empty =
                EmbeddedServices.shared()
                        .postgres()
                        .createOwnedSchema("audit_no_tables", "rollbook_audit")
                        .service();
        try (var unmigrated = Databases.open(empty)) {
            assertThat(unmigrated.unsafeBecause()).get().asString().contains("migrate");
        }
    }

    private static int run(JdbcTemplate rows, String statement) {
        rows.execute(statement);
        return 0;
    }
}
