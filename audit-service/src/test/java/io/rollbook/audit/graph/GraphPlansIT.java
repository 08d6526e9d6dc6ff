package io.rollbook.audit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.read.EntryLog;
import io.rollbook.audit.read.Search;
import io.rollbook.audit.read.SearchPlans;
import io.rollbook.scim.error.Outcome;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** No documented filter reads the whole log for a page, at a size where that would show. */
class GraphPlansIT {

    private static final int ENTRIES = 100_000;
    private static final String TENANT = "large";
    private static final String GENERATE =
            """
            insert into entry (tenant, position, id, request_key, recorded_at, received_at, status,
                action, restored, actor_kind, actor_id, actor_name, target_type, target_id,
                source_id, subject_name, request_id, operation, http_status, detail, error_code,
                cycle_id)
            select 'large', n, 'e-' || n, 'k-' || n,
                timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01',
                case when n % 20 = 3 then 'failure' when n % 20 = 5 then 'skipped'
                    else 'success' end,
                (array['create', 'update', 'update', 'disable', 'delete', 'other'])[1 + n % 6],
                false, 'connection', 'c-' || n % 7, 'Entra',
                (array['User', 'User', 'User', 'Group', 'Connection'])[1 + n % 5],
                't-' || n % 5000, 's-' || n % 5000, 'Name ' || n % 5000, 'r-' || n, 0,
                case when n % 20 = 3 then 409 end, case when n % 20 = 3 then 'no' end,
                case when n % 20 = 3 then
                    case when n % 400 = 3 then 'InvalidAnchor' else 'EntryConflict' end end,
                'cycle-' || n / 500
            from generate_series(1, ?) n
            """;
    private static final String NAMES =
            "insert into entry_name select 'large', 'Name ' || n from generate_series(0, 4999) n";

    private static LogDatabase database;

    @BeforeAll
    static void fillsALargeLog() {
        var access = Databases.create("audit_graph_plans");
        database = Databases.open(access);
        var operator = Databases.asOperator(access);
        operator.update(GENERATE, ENTRIES);
        operator.update(NAMES);
        operator.execute("vacuum analyze entry");
        operator.execute("vacuum analyze entry_name");
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "id eq 'e-77'",
                "changeId eq 'e-77'",
                "activityDateTime ge 2026-02-01T00:00:00Z and activityDateTime lt"
                        + " 2026-02-02T00:00:00Z",
                "tenantId eq 'large'",
                "tenantId eq 'other'",
                "jobId eq 'c-3'",
                "cycleId eq 'cycle-42'",
                "provisioningAction eq 'delete'",
                "provisioningAction eq 'delete' and activityDateTime lt 2026-01-05T00:00:00Z",
                "initiatedBy/id eq 'c-3'",
                "servicePrincipal/id eq 'c-3'",
                "sourceIdentity/id eq 's-42'",
                "targetIdentity/id eq 't-42'",
                "sourceIdentity/displayName eq 'Name 42'",
                "contains(targetIdentity/displayName,'ame 4')",
                "contains(sourceIdentity/displayName,'e 42')",
                "startswith(sourceIdentity/displayName,'Name 42')",
                "sourceIdentity/identityType eq 'Group'",
                "provisioningStatusInfo/status eq 'failure'",
                "provisioningStatusInfo/status ne 'success'",
                "provisioningStatusInfo/status eq 'failure' and jobId eq 'c-3'",
                "provisioningStatusInfo/errorInformation/errorCode eq 'InvalidAnchor'",
                "sourceIdentity/id eq 's-42' or sourceIdentity/id eq 's-43'",
                "not(provisioningStatusInfo/status eq 'success') and jobId eq 'c-3'",
            })
    void readsFarLessThanTheLog(String filter) {
        var plan = SearchPlans.explain(database, TENANT, search(filter));

        // Rows that an index gave and the rest of the condition dropped count as well.
        assertThat(SearchPlans.rowsRead(plan)).as(filter + "\n" + plan).isLessThan(ENTRIES / 10);
        assertThat(plan.findValuesAsString("Node Type")).doesNotContain("Seq Scan");
    }

    private static Search search(String filter) {
        var query = "$top=50&$filter=" + URLEncoder.encode(filter, StandardCharsets.UTF_8);
        var found =
                Options.parse(query, Set.of("filter", "top"))
                        .flatMap(new Selection(new EntryLog(database), TENANT)::of);
        return switch (found) {
            case Outcome.Accepted<Search>(var search) -> search;
            case Outcome.Refused<Search>(var error) -> throw new AssertionError(error.detail());
        };
    }
}
