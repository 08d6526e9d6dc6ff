package io.rollbook.audit.history.membership;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.audit.database.LogDatabase;
import io.rollbook.audit.fixture.Databases;
import io.rollbook.audit.read.SearchPlans;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a page reads of a group with 20,000 members and 160,000 changes, and of their groups. */
class MembershipPlansIT {

    private static final String TENANT = "large";
    private static final int INTERVALS = 90_000;

    /** Each joins every 20,000 events and leaves 10,000 events later; half of them are in. */
    private static final String GENERATE =
            """
            insert into history_membership (tenant, group_id, member_id, member_type, from_number,
                valid_from, to_number, valid_to)
            select 'large', 'g', 'm-' || n * 7919 % 20000, 'User', n,
                timestamptz '2026-01-01' + n * interval '1 second',
                case when n <= 80000 then n + 10000 end,
                case when n <= 80000
                    then timestamptz '2026-01-01' + (n + 10000) * interval '1 second' end
            from generate_series(1, ?) n
            """;

    private static LogDatabase database;

    @BeforeAll
    static void fillsALargeGroup() {
        var access = Databases.create("audit_history_plans");
        database = Databases.open(access);
        var operator = Databases.asOperator(access);
        operator.update(GENERATE, INTERVALS);
        operator.execute("vacuum analyze history_membership");
    }

    @AfterAll
    static void closes() {
        database.close();
    }

    @Test
    void aPageOfMembersReadsAFewIntervalsPerMember() {
        var plan =
                explain(
                        MembershipPages.MEMBERS,
                        TENANT,
                        "g",
                        "m-15",
                        0L,
                        MembershipPages.SCAN,
                        55_000L,
                        55_000L,
                        101,
                        TENANT,
                        "g");

        assertThat(SearchPlans.rowsRead(plan)).as(plan.toString()).isBetween(101.0, 5_000.0);
        assertNoDetours(plan);
    }

    @Test
    void theGroupsOfAMemberAreReadByTheMember() {
        var plan =
                explain(
                        MembershipPages.GROUPS,
                        TENANT,
                        "m-15",
                        "",
                        0L,
                        MembershipPages.SCAN,
                        55_000L,
                        55_000L,
                        TENANT,
                        55_000L,
                        101,
                        TENANT,
                        "m-15");

        assertThat(SearchPlans.rowsRead(plan)).as(plan.toString()).isLessThan(100);
        assertNoDetours(plan);
    }

    @Test
    void aDifferenceReadsWhatHappenedInBetween() {
        var joined =
                explain(
                        GroupDifference.JOINED,
                        TENANT,
                        "g",
                        50_000L,
                        50_200L,
                        0L,
                        "",
                        1_000,
                        50_200L,
                        TENANT,
                        "g",
                        50_000L,
                        50_000L,
                        101);
        var left =
                explain(
                        GroupDifference.LEFT,
                        TENANT,
                        "g",
                        50_000L,
                        50_200L,
                        0L,
                        "",
                        1_000,
                        50_000L,
                        TENANT,
                        "g",
                        50_200L,
                        50_200L,
                        101);

        assertThat(SearchPlans.rowsRead(joined)).as(joined.toString()).isBetween(101.0, 2_000.0);
        assertThat(SearchPlans.rowsRead(left)).as(left.toString()).isBetween(101.0, 2_000.0);
        assertNoDetours(joined);
        assertNoDetours(left);
    }

    private static void assertNoDetours(JsonNode plan) {
        assertThat(plan.findValuesAsString("Node Type"))
                .as(plan.toString())
                .doesNotContain("Seq Scan", "Sort", "Hash Join");
    }

    private static JsonNode explain(String statement, Object... arguments) {
        return database.read(
                TENANT,
                transaction ->
                        JsonMapper.shared()
                                .readTree(
                                        transaction.queryForObject(
                                                "explain (analyze, format json) " + statement,
                                                String.class,
                                                arguments)));
    }
}
