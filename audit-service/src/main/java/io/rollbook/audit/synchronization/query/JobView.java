package io.rollbook.audit.synchronization.query;

import io.rollbook.audit.synchronization.job.Cycle;
import io.rollbook.audit.synchronization.job.Job;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The job of a connection at a moment, with what an answer shows besides.
 *
 * @param cycles those that are shown, the latest first; the running one among them
 * @param named the cycles that the job names as its last ones, by id
 */
record JobView(
        String connection, Instant now, Job job, List<CycleView> cycles, Map<String, Cycle> named) {

    /** So many requests with one action on one type came to one status. */
    record Count(String action, String type, String status, long count) {}

    record CycleView(Cycle cycle, List<Count> counts) {}

    @Nullable Cycle named(@Nullable String id) {
        return id == null ? null : named.get(id);
    }

    @Nullable Cycle running() {
        return job.latest();
    }

    /** What a running cycle is measured by: the one before it, if it was of the same kind. */
    @Nullable Cycle measure() {
        var running = running();
        var last = named(job.standing().last());
        return running == null || last == null || last.initial() != running.initial() ? null : last;
    }
}
