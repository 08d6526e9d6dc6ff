package io.rollbook.provisioning.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import io.rollbook.provisioning.CoreDatabase;
import io.rollbook.provisioning.testing.Core;
import io.rollbook.provisioning.testing.Tenant;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;

/**
 * What one more member costs, counted: the rows and blocks that PostgreSQL touches and the bytes
 * that the thread allocates. Time is not looked at.
 */
class MemberCostIT {

    private static final int LARGE = 100_000;
    private static final int SAMPLES = 15;

    /** The event and the membership. */
    private static final int ROWS_OF_ONE = 2;

    /** The group's, now and then. */
    private static final long SNAPSHOTS = 1;

    private static Core core;
    private static Tenant tenant;

    @BeforeAll
    static void start() {
        var database = new CoreDatabase("member_cost");
        database.pool().setMinimumIdle(1);
        database.pool().setMaximumPoolSize(1);
        core = new Core(database);
        tenant = core.tenant("acme");
    }

    @AfterAll
    static void stop() {
        core.close();
        core.database().close();
    }

    private record Cost(long rowsRead, long rowsWritten, long allocated) {}

    @Test
    void aGroupOfAHundredThousandCostsWhatAGroupOfTenCosts() {
        var users = tenant.knownUsers(LARGE);
        var newcomers = tenant.users("newcomer", 4 * SAMPLES);
        var small = tenant.group("Small", users.subList(0, 10));
        var large = largeGroup(users);
        // Nobody reads the events again that named them all.
        assertThat(
                        tenant.query(
                                "select sequence_number from snapshot where aggregate like ?",
                                "%" + large))
                .containsExactly(Integer.toString(LARGE / 1_000));
        measure(small, newcomers.subList(0, SAMPLES));
        measure(large, newcomers.subList(SAMPLES, 2 * SAMPLES));

        var ofSmall = measure(small, newcomers.subList(2 * SAMPLES, 3 * SAMPLES));
        var ofLarge = measure(large, newcomers.subList(3 * SAMPLES, 4 * SAMPLES));

        assertThat(tenant.membersOf(large)).hasSize(LARGE + 2 * SAMPLES);
        assertThat(ofLarge.rowsRead())
                .isPositive()
                .isLessThanOrEqualTo(ofSmall.rowsRead() + SNAPSHOTS);
        assertThat(ofSmall.rowsWritten() - ROWS_OF_ONE * SAMPLES).isBetween(0L, SNAPSHOTS);
        assertThat(ofLarge.rowsWritten() - ROWS_OF_ONE * SAMPLES).isBetween(0L, SNAPSHOTS);
        assertThat(ofLarge.allocated()).isLessThan(ofSmall.allocated() * 3 / 2);
    }

    private static Cost measure(String group, List<String> newcomers) {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = statistics();
        long allocatedBefore = threads.getCurrentThreadAllocatedBytes();
        for (String newcomer : newcomers) {
            assertThat(tenant.add(group, List.of(newcomer)).status()).isEqualTo(204);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - allocatedBefore;
        var after = statistics();
        return new Cost(after[0] - before[0], after[1] - before[1], allocated);
    }

    /** Rows read and rows written; the only session reports what it did first. */
    private static long[] statistics() {
        var jdbc = core.database().jdbc();
        jdbc.sql("select pg_stat_force_next_flush()").query(row -> {});
        return jdbc.sql(
                        """
                        select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)),
                            sum(n_tup_ins + n_tup_upd + n_tup_del)
                        from pg_stat_user_tables
                        """)
                .query((row, number) -> new long[] {row.getLong(1), row.getLong(2)})
                .single();
    }

    private static String largeGroup(List<String> users) {
        var group = tenant.group("Large");
        for (int from = 0; from < users.size(); from += 20_000) {
            var joined = tenant.add(group, new ArrayList<>(users.subList(from, from + 20_000)));
            assertThat(joined.status()).isEqualTo(204);
        }
        return group;
    }
}
