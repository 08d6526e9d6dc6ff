package io.rollbook.audit.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.fixture.Vocabularies;
import io.rollbook.audit.query.Parameters;
import io.rollbook.scim.error.Outcome;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Each filter is served by its index, in order, without reading the rest. The entries are of three
 * quarters.
 */
class FilterPlansIT {

    private static final int ENTRIES = 60_000;
    private static final String TENANT = "large";
    private static final String GENERATE =
            """
            insert into entry (tenant, position, id, request_key, recorded_at, received_at, status,
                action, restored, actor_kind, actor_id, target_type, target_id, request_id,
                operation, http_status, detail, error_code)
            select case when n % 4 = 0 then 'other' else 'large' end, n, 'e-' || n, 'k-' || n,
                timestamptz '2026-01-01' + n * interval '5 minutes', timestamptz '2026-01-01',
                case when n % 20 = 3 then 'failure' when n % 20 = 5 then 'skipped'
                    else 'success' end,
                (array['create', 'update', 'update', 'disable', 'delete', 'other'])[1 + n % 6],
                false, 'connection', 'c',
                (array['User', 'User', 'User', 'Group', 'Connection'])[1 + n % 5],
                't-' || n % 5000, 'r-' || n, 0,
                case when n % 20 = 3 then 409 end, case when n % 20 = 3 then 'no' end,
                case when n % 20 = 3 then 'EntryConflict' end
            from generate_series(1, ?) n
            """;

    private static LogDatabase database;

    @BeforeAll
    static void fillsALargeLog() {
        var access = Databases.create("audit_plans");
        database = Databases.open(access);
        var operator = Databases.asOperator(access);
        operator.update(GENERATE, ENTRIES);
        Vocabularies.fill(operator);
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    @ParameterizedTest
    @CsvSource({
        "'', entry_newest",
        "status=failure, entry_by_kind",
        "action=delete, entry_by_kind",
        "targetType=Connection, entry_by_kind",
        "targetId=t-42, entry_by_subject",
        "from=2026-02-01T00:00:00Z&to=2026-02-02T00:00:00Z, entry_newest",
        "status=failure&to=2026-02-02T00:00:00Z, entry_by_kind",
        "targetId=t-42&status=success&action=update, entry_by_subject",
    })
    void isServedByItsIndex(String query, String index) {
        assertPlan(plan(query, null), index);
    }

    @ParameterizedTest
    @CsvSource({
        "'', entry_newest",
        "status=failure, entry_by_kind",
        "action=delete, entry_by_kind",
        "targetType=Connection, entry_by_kind",
    })
    void goesOnFromACursorWithoutReadingWhatCameBefore(String query, String index) {
        var place = new Place(Instant.parse("2026-02-01T00:00:00Z"), 40_000);

        assertPlan(plan(query, place), index);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whatIsAboutOneOfThemIsInOrderFromQuarterToQuarter(boolean oldestFirst) {
        var log = new EntryLog(database);
        var alternatives =
                page("targetId=t-42").filter().alternatives(new Vocabulary(database, TENANT));
        var found = new ArrayList<String>();
        @Nullable Place place = null;
        for (boolean more = true; more; ) {
            var page =
                    log.search(
                            TENANT,
                            new Search(alternatives, oldestFirst, place, Long.MAX_VALUE, 5, 0));
            page.entries().forEach(entry -> found.add(entry.head().id()));
            var last = page.entries().getLast().head();
            place = new Place(last.recordedAt(), last.position());
            more = page.more();
        }

        var expected =
                IntStream.range(0, ENTRIES / 5_000)
                        .map(n -> oldestFirst ? n : ENTRIES / 5_000 - 1 - n)
                        .mapToObj(n -> "e-" + (42 + n * 5_000))
                        .toList();
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void readsNoMoreRowsThanThePageShows() {
        assertThat(SearchPlans.rowsRead(plan("", null))).isEqualTo(51);
    }

    /** A page of each kind that the filter lets through, at most, and one of what is found. */
    private static void assertPlan(JsonNode plan, String index) {
        assertThat(plan.findValuesAsString("Node Type")).doesNotContain("Seq Scan");
        assertThat(plan.findValuesAsString("Index Name")).contains(index).doesNotHaveDuplicates();
        assertThat(plan.findValuesAsString("Index Name")).isSubsetOf(Set.of(index, "entry_pkey"));
        assertThat(SearchPlans.rowsRead(plan)).isLessThan(ENTRIES / 60.0);
    }

    private static JsonNode plan(String query, @Nullable Place after) {
        var alternatives = page(query).filter().alternatives(new Vocabulary(database, TENANT));
        return SearchPlans.explain(
                database, TENANT, new Search(alternatives, false, after, Long.MAX_VALUE, 50, 0));
    }

    private static PageRequest page(String query) {
        if (!(Parameters.parse(query) instanceof Outcome.Accepted<PageRequest>(var page))) {
            throw new IllegalArgumentException(query);
        }
        return page;
    }
}
