package io.rollbook.gateway.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.rollbook.scim.seam.report.RefusalReport;
import io.rollbook.scim.seam.report.RefusedRequests;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

class SourceTallyTest {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    private final SourceTally tally = new SourceTally(2);

    @Test
    void oneSourceIsToldOnce() {
        tally.add("203.0.113.7", "credential", true, NOON.plusSeconds(5));
        tally.add("203.0.113.7", "throttled", false, NOON);
        tally.add("203.0.113.7", "throttled", false, NOON.plusSeconds(9));

        List<RefusedRequests> told = tally.take();

        assertThat(told).hasSize(1);
        RefusedRequests one = told.getFirst();
        assertThat(one.tenantId()).isEqualTo(RefusalReport.SERVER);
        assertThat(one.source()).isEqualTo("203.0.113.7");
        assertThat(one.status()).isEqualTo(401);
        assertThat(one.requests()).isEqualTo(3);
        assertThat(one.writes()).isEqualTo(1);
        assertThat(one.reasons()).isEqualTo(Map.of("credential", 1L, "throttled", 2L));
        assertThat(one.from()).isEqualTo(NOON);
        assertThat(one.until()).isEqualTo(NOON.plusSeconds(9));
        assertThat(tally.take()).isEmpty();
    }

    @Test
    void ofManySourcesTheWorstAreToldAndTheOthersTogether() {
        for (int source = 0; source < 20_000; source++) {
            tally.add("source-" + source, "credential", false, NOON);
        }
        tally.add("source-3", "credential", false, NOON);
        tally.add("source-3", "credential", false, NOON);
        tally.add("source-5", "credential", false, NOON);

        List<RefusedRequests> told = tally.take();

        assertThat(told)
                .extracting(RefusedRequests::source)
                .containsExactly("source-3", "source-5", null);
        assertThat(told).extracting(RefusedRequests::requests).containsExactly(3L, 2L, 19_998L);
        assertThat(told.getLast().sources()).isEqualTo(9_999);
    }
}
