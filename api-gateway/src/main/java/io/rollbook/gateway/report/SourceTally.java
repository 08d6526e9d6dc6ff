package io.rollbook.gateway.report;

import io.rollbook.scim.seam.report.RefusalReport;
import io.rollbook.scim.seam.report.RefusedRequests;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Requests without an accepted credential, by the address they came from. The addresses with the
 * most are told one by one, all others together, so that an attack from many addresses cannot flood
 * the log either. Thread-safe.
 */
final class SourceTally {

    private static final int UNAUTHORIZED = 401;
    private static final int MOST_COUNTED = 10_000;

    private static final Comparator<Map.Entry<String, Count>> MOST_FIRST =
            Comparator.comparingLong(
                            (Map.Entry<String, Count> entry) -> entry.getValue().requests())
                    .reversed();

    private final int mostTold;
    private Map<String, Count> counts = new HashMap<>();
    private Count rest = new Count();

    SourceTally(int mostTold) {
        this.mostTold = mostTold;
    }

    synchronized void add(String source, String reason, boolean write, Instant at) {
        Count known = counts.get(source);
        if (known == null && counts.size() < MOST_COUNTED) {
            known = new Count();
            counts.put(source, known);
        }
        (known == null ? rest : known).add(reason, write, at);
    }

    /** What was counted since the last call. */
    synchronized List<RefusedRequests> take() {
        List<Map.Entry<String, Count>> all = counts.entrySet().stream().sorted(MOST_FIRST).toList();
        int one = Math.min(mostTold, all.size());
        List<RefusedRequests> told = new ArrayList<>();
        for (Map.Entry<String, Count> entry : all.subList(0, one)) {
            told.add(
                    entry.getValue()
                            .told(RefusalReport.SERVER, null, entry.getKey(), 1, UNAUTHORIZED));
        }
        boolean uncounted = rest.requests() > 0;
        all.subList(one, all.size()).forEach(entry -> rest.add(entry.getValue()));
        if (rest.requests() > 0) {
            // Those that were not told apart are at least one more.
            long sources = (long) all.size() - one + (uncounted ? 1 : 0);
            told.add(rest.told(RefusalReport.SERVER, null, null, sources, UNAUTHORIZED));
        }
        counts = new HashMap<>();
        rest = new Count();
        return told;
    }
}
