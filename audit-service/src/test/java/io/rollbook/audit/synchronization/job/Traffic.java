package io.rollbook.audit.synchronization.job;

import io.rollbook.audit.entry.Action;
import io.rollbook.audit.entry.ErrorCode;
import io.rollbook.audit.entry.Status;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A job with the requests of its connection, one after another. */
final class Traffic {

    static final Instant BEGINNING = Instant.parse("2026-11-23T10:00:00Z");
    static final Duration GAP = Duration.ofMinutes(10);

    private Job job = Job.NEW;
    private Instant now = BEGINNING;
    private long position;
    private final List<Occasion> told = new ArrayList<>();

    Job job() {
        return job;
    }

    Instant now() {
        return now;
    }

    Traffic configured(Settings settings) {
        take(job.configured(settings, now, GAP));
        return this;
    }

    Traffic credentialsUntil(Instant until) {
        take(job.credentialsUntil(until, now, GAP));
        return this;
    }

    Traffic pause(Duration pause) {
        now = now.plus(pause);
        return this;
    }

    /** Long enough to end a cycle. */
    Traffic nextCycle() {
        return pause(Duration.ofMinutes(40));
    }

    Traffic succeeds(int times) {
        return send(times, Action.UPDATE, Status.SUCCESS, null);
    }

    Traffic creates(int times) {
        return send(times, Action.CREATE, Status.SUCCESS, null);
    }

    Traffic disables(int times) {
        return send(times, Action.DISABLE, Status.SUCCESS, null);
    }

    Traffic fails(int times) {
        return send(times, Action.CREATE, Status.FAILURE, ErrorCode.ENTRY_CONFLICT);
    }

    Traffic isRejected(int times) {
        return send(times, Action.CREATE, Status.FAILURE, ErrorCode.INSUFFICIENT_RIGHTS);
    }

    private Traffic send(int times, Action action, Status status, @Nullable ErrorCode error) {
        for (int i = 0; i < times; i++) {
            position++;
            var write =
                    new Write(
                            "e-" + position,
                            position,
                            now,
                            action,
                            "User",
                            status,
                            error,
                            "token-1",
                            false,
                            1);
            take(job.after(write, "cycle-" + position, true, GAP));
        }
        return this;
    }

    private void take(Job.Step step) {
        told.addAll(step.occasions());
        job = step.job();
    }

    /** The job as it is now, with what was told until now. */
    Job settled() {
        return job.settled(now, GAP).job();
    }

    /** The keys of what was told, and would be told by now. */
    List<String> told() {
        var all = new ArrayList<>(told);
        all.addAll(job.settled(now, GAP).occasions());
        return all.stream().map(occasion -> occasion.key().split("/")[0]).toList();
    }
}
