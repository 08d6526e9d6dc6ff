package io.rollbook.audit.graph;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.Vocabularies;
import io.rollbook.audit.read.EntryLog;
import io.rollbook.audit.read.Place;
import io.rollbook.audit.read.Search;
import io.rollbook.audit.read.SearchPlans;
import io.rollbook.scim.error.Outcome;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
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
                cycle_id, ignored)
            select 'large', n, 'e-' || n, 'k-' || n,
                timestamptz '2026-01-01' + n * interval '1 minute', timestamptz '2026-01-01',
                case when n % 20 = 3 then 'failure' when n % 20 = 5 then 'skipped'
                    when n = 77 then 'warning' else 'success' end,
                (array['create', 'update', 'update', 'disable', 'delete', 'other'])[1 + n % 6],
                false, case when n in (90, 91) then 'administrator' else 'connection' end,
                case when n in (90, 91) then 'ada' when n < 100 then 'c-9' else 'c-' || n % 7 end,
                case when n in (90, 91) then null when n < 100 then 'Old' else 'Entra' end,
                case when n = 92 then 'Tenant' when n % 5 = 3 then 'Group' else 'User' end,
                't-' || n % 5000, nullif('s-' || n % 5000, 's-44'), 'Name ' || n % 5000, 'r-' || n, 0,
                case when n % 20 = 3 then 409 end, case when n % 20 = 3 then 'no' end,
                case when n % 20 = 3 then
                    case when n % 400 = 3 then 'InvalidAnchor' else 'EntryConflict' end
                    when n = 77 then 'SchemaAttributeNotFound' end,
                'cycle-' || n / 500, case when n = 77 then array['badge'] end
            from generate_series(1, ?) n
            """;
    private static final String CYCLES =
            """
            insert into cycle (tenant, connection, id, began_at, last_at)
            select 'large', 'c-1', 'cycle-' || n, now(), now() from generate_series(0, 200) n
            """;

    private static final String LAST_EVENT =
            """
            insert into entry_event (tenant, topic, number, position, entry_position, id, type,
                recorded_at, logged_at, changes, joined, departed, characters, document)
            values ('large', 'rollbook.directory.v1', ?, ?, ?, 'last', 'user.updated', now(), now(),
                0, 0, 0, 2, '{}')
            """;

    private static LogDatabase database;
    private static JdbcTemplate operator;

    @BeforeAll
    static void fillsALargeLog() {
        var access = Databases.create("audit_graph_plans");
        database = Databases.open(access);
        operator = Databases.asOperator(access);
        operator.update(GENERATE, ENTRIES);
        operator.update(LAST_EVENT, ENTRIES, ENTRIES, ENTRIES);
        operator.update(CYCLES);
        operator.execute("vacuum analyze cycle");
        Vocabularies.fill(operator);
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
                "id ne 'e-77'",
                "startswith(id,'e-777')",
                "changeId eq 'e-77'",
                "activityDateTime ge 2026-02-01T00:00:00Z and activityDateTime lt"
                        + " 2026-02-02T00:00:00Z",
                "activityDateTime eq 2026-02-01T00:00:00Z",
                "activityDateTime ne 2026-02-01T00:00:00Z",
                "tenantId eq 'large'",
                "tenantId eq 'other'",
                "contains(targetSystem/displayName,'nowhere')",
                "jobId eq 'c-3'",
                "jobId eq 'c-9'",
                "jobId eq ''",
                "contains(jobId,'-9')",
                "cycleId eq 'cycle-42'",
                "contains(cycleId,'-42')",
                "startswith(cycleId,'cycle-0')",
                "cycleId eq ''",
                "provisioningAction eq 'delete'",
                "provisioningAction ne 'update'",
                "contains(provisioningAction,'able')",
                "provisioningAction eq 'delete' and activityDateTime lt 2026-01-05T00:00:00Z",
                "initiatedBy/id eq 'c-3'",
                "initiatedBy/id eq 'ada'",
                "initiatedBy/displayName eq 'Old'",
                "initiatedBy/displayName ne 'Entra'",
                "startswith(initiatedBy/displayName,'Ol')",
                "initiatedBy/initiatorType eq 'user'",
                "initiatedBy/initiatorType eq 'Application'",
                "initiatedBy/initiatorType ne 'application'",
                "servicePrincipal/id eq 'c-3'",
                "servicePrincipal/name eq 'Old'",
                "contains(sourceSystem/displayName,'ld')",
                "sourceSystem/id eq 'nobody'",
                "sourceIdentity/id eq 's-42'",
                "sourceIdentity/id eq ''",
                "sourceIdentity/id ne 's-42'",
                "startswith(sourceIdentity/id,'s-4999')",
                "contains(sourceIdentity/id,'-4999')",
                "contains(targetIdentity/id,'t-49')",
                "targetIdentity/id eq 't-42'",
                "startswith(targetIdentity/id,'t-499')",
                "sourceIdentity/displayName eq 'Name 42'",
                "targetIdentity/displayName ne 'Name 42'",
                "contains(targetIdentity/displayName,'ame 4')",
                "contains(sourceIdentity/displayName,'e 42')",
                "contains(sourceIdentity/displayName,'nobody')",
                "startswith(sourceIdentity/displayName,'Name 42')",
                "sourceIdentity/identityType eq 'Group'",
                "targetIdentity/identityType eq 'Tenant'",
                "targetIdentity/identityType ne 'User'",
                "provisioningStatusInfo/status eq 'failure'",
                "provisioningStatusInfo/status eq 'warning'",
                "provisioningStatusInfo/status ne 'success'",
                "provisioningStatusInfo/status eq 'failure' and jobId eq 'c-3'",
                "provisioningStatusInfo/errorInformation/errorCode eq 'InvalidAnchor'",
                "provisioningStatusInfo/errorInformation/errorCode eq 'SchemaAttributeNotFound'",
                "provisioningStatusInfo/errorInformation/errorCode eq 'Timeout'",
                "provisioningStatusInfo/errorInformation/errorCode ne ''",
                "startswith(provisioningStatusInfo/errorInformation/errorCode,'Invalid')",
                "sourceIdentity/id eq 's-42' or sourceIdentity/id eq 's-43'",
                "sourceIdentity/id eq 's-42' or targetIdentity/id eq 't-43'",
                "provisioningStatusInfo/status eq 'warning' or targetIdentity/identityType eq"
                        + " 'Tenant' or jobId eq 'c-9'",
                "not(provisioningStatusInfo/status eq 'success') and jobId eq 'c-3'",
                "contains(sourceIdentity/displayName,'e 42') and provisioningStatusInfo/status eq"
                        + " 'failure'",
                "contains(targetIdentity/displayName,'ame 4') and provisioningStatusInfo/status eq"
                        + " 'failure'",
                "contains(targetIdentity/displayName,'ame 4') and jobId ne 'c-3'",
            })
    void readsFarLessThanTheLog(String filter) {
        var plan = SearchPlans.explain(database, TENANT, search(filter));

        // Rows that an index gave and the rest of the condition dropped count as well.
        assertThat(SearchPlans.rowsRead(plan)).as(filter + "\n" + plan).isLessThan(ENTRIES / 10);
        assertThat(plan.findValuesAsString("Node Type")).doesNotContain("Seq Scan");
    }

    /** More names than a page has entries: only those are read that a page can have. */
    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc"})
    void findsTheFirstOfManyNames(String order) {
        var search = search("contains(sourceIdentity/displayName,'e 42')", order);
        var first = SearchPlans.positions(database, TENANT, search);
        var place = placeOf(first.get(49));

        assertThat(first).isEqualTo(named("e 42", order, "true"));
        assertThat(SearchPlans.positions(database, TENANT, search.after(place)))
                .isEqualTo(
                        named(
                                "e 42",
                                order,
                                "position "
                                        + (order.equals("asc") ? ">" : "<")
                                        + place.position()));
        assertThat(SearchPlans.rowsRead(SearchPlans.explain(database, TENANT, search)))
                .isLessThan(2_000);
    }

    private static Place placeOf(long position) {
        return operator.queryForObject(
                "select recorded_at from entry where position = ?",
                (row, index) ->
                        new Place(row.getObject(1, OffsetDateTime.class).toInstant(), position),
                position);
    }

    private static List<Long> named(String part, String order, String further) {
        return operator.queryForList(
                "select position from entry where subject_name like '%"
                        + part
                        + "%' and "
                        + further
                        + " order by recorded_at %1$s, position %1$s limit 51".formatted(order),
                Long.class);
    }

    private static Search search(String filter) {
        return search(filter, "desc");
    }

    private static Search search(String filter, String order) {
        var query =
                "$top=50&$orderby=activityDateTime%20"
                        + order
                        + "&$filter="
                        + URLEncoder.encode(filter, StandardCharsets.UTF_8);
        var found =
                Options.parse(query, Set.of("filter", "top", "orderby"))
                        .flatMap(Selection.from(new EntryLog(database), TENANT)::of);
        return switch (found) {
            case Outcome.Accepted<Search>(var search) -> search;
            case Outcome.Refused<Search>(var error) -> throw new AssertionError(error.detail());
        };
    }
}
