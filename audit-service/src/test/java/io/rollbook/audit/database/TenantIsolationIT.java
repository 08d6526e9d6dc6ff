package io.rollbook.audit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.Story;
import io.rollbook.audit.ingest.Batches;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.attempt.Attempt;
import io.rollbook.contract.attempt.WriteSkipped;
import io.rollbook.contract.group.GroupCreated;
import io.rollbook.contract.group.GroupMembershipChanged;
import io.rollbook.contract.group.GroupUpdated;
import io.rollbook.contract.group.Member;
import io.rollbook.contract.user.UserDeactivated;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

import java.util.List;
import java.util.Map;

/** Statements that forget to name the tenant find and change nothing of another's. */
class TenantIsolationIT {

    private static LogDatabase database;
    private static JdbcTemplate operator;

    @BeforeAll
    static void opens() {
        var access = Databases.create("audit_isolation");
        database = Databases.open(access);
        operator = Databases.asOperator(access);
        for (var tenant : List.of("ours", "theirs")) {
            var story = new Story(tenant);
            story.tell(new GroupCreated("g", 1, Map.of("displayName", "Risk"), Story.cause("r-1")));
            story.tell(
                    new GroupMembershipChanged(
                            "g",
                            2,
                            List.of(new Member("u", "User")),
                            List.of(),
                            Story.cause("r-1")));
            story.tell(
                    new WriteSkipped(
                            new Attempt("PUT", "Group", "g", null, null), Story.cause("r-2")));
            var renamed = List.of(new AttributeChange("displayName", "Risk", "Risks"));
            story.tell(new GroupUpdated("g", 3, renamed, Story.cause("r-3")));
            story.tell(new UserDeactivated("u", 2, Story.cause("r-4")));
            Batches.apply(database, story.told());
        }
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
                "entry_kind",
                "entry_subject",
                "subject",
                "cycle",
                "cycle_count",
                "synchronization_job",
                "applied",
                "history_version",
                "history_resource",
                "history_attribute",
                "history_membership",
                "history_leaver"
            })
    void showsTheRowsOfOneTenantOnly(String table) {
        var ours = database.read("ours", rows -> tenants(rows, table));
        var withoutATenant = database.write(rows -> tenants(rows, table));

        assertThat(tenants(operator, table)).hasSize(2);
        assertThat(ours).containsExactly("ours");
        assertThat(withoutATenant).isEmpty();
    }

    /** With the rights of the owner, whom the policy lets through. */
    @Test
    void findsTheNamesOfOneTenantOnly() {
        var ours = database.read("ours", TenantIsolationIT::named);
        var theirs = database.read("theirs", TenantIsolationIT::named);

        assertThat(ours).hasSize(2).isEqualTo(theirs);
        assertThat(database.write(TenantIsolationIT::named)).isEmpty();
    }

    private static List<String> named(JdbcTemplate rows) {
        return rows.queryForList(
                "select subjects_with('isk', 'name', 100)::text order by 1", String.class);
    }

    private static List<String> tenants(JdbcTemplate rows, String table) {
        return rows.queryForList("select distinct tenant from " + table, String.class);
    }

    /** A table that somebody adds without the policy would be open to everybody. */
    @Test
    void holdsForEveryTableThatNamesATenant() {
        assertThat(
                        operator.queryForList(
                                """
                                select c.relname from pg_class c
                                join pg_namespace n on n.oid = c.relnamespace
                                join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant'
                                where n.nspname = 'rollbook_audit' and c.relkind in ('r', 'p')
                                    and not (c.relrowsecurity and c.relforcerowsecurity)
                                """,
                                String.class))
                .isEmpty();
    }

    @Test
    void refusesARowForAnotherTenant() {
        assertThatThrownBy(
                        () ->
                                database.write(
                                        rows -> {
                                            TenantScope.enter(rows, "ours");
                                            return rows.update(
                                                    "insert into applied values ('theirs', 'x',"
                                                            + " 1)");
                                        }))
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageContaining("row-level security");
    }
}
