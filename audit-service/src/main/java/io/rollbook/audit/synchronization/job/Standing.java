package io.rollbook.audit.synchronization.job;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the cycles that ended have left behind.
 *
 * @param last the last cycle; likewise the last without a failure, and the last that changed
 *     something
 * @param completeFailures how many of the last cycles in a row had nothing but failures
 * @param steadyFirst when a cycle first ended with nothing left to do
 * @param created how many objects of each type the connection created, ever
 */
public record Standing(
        boolean initialDone,
        @Nullable String last,
        @Nullable String lastSuccessful,
        @Nullable String lastWithExports,
        long completeFailures,
        @Nullable Instant steadyFirst,
        @Nullable Instant steadyLast,
        Map<String, Long> created) {

    public static final Standing NONE =
            new Standing(false, null, null, null, 0, null, null, Map.of());

    public Standing {
        created = Map.copyOf(created);
    }

    Standing after(Cycle cycle) {
        var successful = cycle.state() == Cycle.State.SUCCEEDED;
        return new Standing(
                initialDone || cycle.tally().accepted() > 0,
                cycle.id(),
                successful ? cycle.id() : lastSuccessful,
                successful && cycle.tally().exported() > 0 ? cycle.id() : lastWithExports,
                cycle.state() == Cycle.State.FAILED ? completeFailures + 1 : 0,
                successful && steadyFirst == null ? cycle.lastAt() : steadyFirst,
                successful ? cycle.lastAt() : steadyLast,
                created);
    }

    Standing withCreated(String type) {
        var more = new TreeMap<>(created);
        more.merge(type, 1L, Long::sum);
        return new Standing(
                initialDone,
                last,
                lastSuccessful,
                lastWithExports,
                completeFailures,
                steadyFirst,
                steadyLast,
                more);
    }
}
