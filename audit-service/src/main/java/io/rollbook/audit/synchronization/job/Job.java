package io.rollbook.audit.synchronization.job;

import io.rollbook.audit.entry.Action;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The job of one connection. Each step gives the next state and what is to be told; the same steps
 * give the same states, whenever they are taken.
 *
 * @param latest the cycle that runs, or ran last: it ends when its gap is over, and the next step
 *     notices that
 */
public record Job(
        Settings settings,
        Credentials credentials,
        @Nullable Cycle latest,
        Standing standing,
        @Nullable Quarantine quarantine) {

    public static final Job NEW =
            new Job(Settings.NONE, Credentials.NONE, null, Standing.NONE, null);

    /** A job after a step. */
    public record Step(Job job, List<Occasion> occasions) {

        public Step {
            occasions = List.copyOf(occasions);
        }
    }

    /** What ends a cycle of this connection. */
    public Duration gap(Duration usual) {
        return settings.gap() == null ? usual : settings.gap();
    }

    public Step configured(Settings now, Instant at, Duration usualGap) {
        var step = settled(at, usualGap);
        var job = step.job();
        return new Step(
                new Job(now, job.credentials, job.latest, job.standing, job.quarantine),
                step.occasions());
    }

    /**
     * @param until when the last token stops being valid, as is known from {@code at} on
     */
    public Step credentialsUntil(Instant until, Instant at, Duration usualGap) {
        var step = settled(at, usualGap);
        var job = step.job();
        return new Step(
                new Job(
                        job.settings,
                        job.credentials.validUntil(until),
                        job.latest,
                        job.standing,
                        job.quarantine),
                step.occasions());
    }

    /** The job at a time: what happens merely because time passes has happened. */
    public Step settled(Instant now, Duration usualGap) {
        var occasions = new ArrayList<Occasion>();
        var job = this;
        for (var due = job.nextSettling(usualGap);
                due.isPresent() && due.get().isBefore(now);
                due = job.nextSettling(usualGap)) {
            var step = job.settle(due.get(), usualGap);
            occasions.addAll(step.occasions());
            job = step.job();
        }
        return new Step(job, occasions);
    }

    /** When something will happen by itself; empty when nothing will. */
    public Optional<Instant> nextSettling(Duration usualGap) {
        var end = latest == null ? null : latest.endsAfter(gap(usualGap));
        var gone = quarantine == null ? credentials.goneAt() : null;
        // As long as a cycle's gap: whoever changes tokens may revoke the old one first.
        var noticed = gone == null ? null : gone.plus(gap(usualGap));
        if (end == null || noticed == null) {
            return Optional.ofNullable(end == null ? noticed : end);
        }
        return Optional.of(end.isAfter(noticed) ? noticed : end);
    }

    /** When something will happen by itself that somebody wants to be told. */
    public Optional<Instant> nextTelling(Duration usualGap) {
        if (settings.tellsNobody()) {
            return Optional.empty();
        }
        if (quarantine != null) {
            // The cycle that was its reason will not end it.
            return latest == null || latest.is(quarantine.cycle())
                    ? Optional.empty()
                    : Optional.of(latest.endsAfter(gap(usualGap)));
        }
        return Optional.ofNullable(credentials.goneAt()).map(gone -> gone.plus(gap(usualGap)));
    }

    private Step settle(Instant due, Duration usualGap) {
        if (latest != null && !latest.endsAfter(gap(usualGap)).isAfter(due)) {
            return ended(latest);
        }
        var imposed =
                Quarantine.imposed(
                        Reason.EXCEPTION, due, null, latest == null ? Tally.NONE : latest.tally());
        return new Step(in(imposed), List.of(new Occasion.Entered(imposed)));
    }

    private Step ended(Cycle cycle) {
        var after = new Job(settings, credentials, null, standing.after(cycle), quarantine);
        if (quarantine == null || cycle.is(quarantine.cycle())) {
            return new Step(after, List.of());
        }
        if (Rules.heals(cycle.tally(), settings.mostDeletions())) {
            return new Step(after.in(null), List.of(new Occasion.Left(quarantine, cycle.lastAt())));
        }
        return new Step(
                after.in(
                        quarantine.kept(
                                quarantine.reason(), cycle.lastAt(), cycle.id(), cycle.tally())),
                List.of());
    }

    /**
     * The job after one more request, which is not {@linkplain #isLate late}.
     *
     * @param cycleId of a cycle that begins with it
     * @param issued whether the log knows the token that it came with
     */
    public Step after(Write write, String cycleId, boolean issued, Duration usualGap) {
        var settled = settled(write.at(), usualGap);
        var before = settled.job();
        var cycle =
                before.latest == null
                        ? Cycle.of(write, cycleId, !before.standing.initialDone())
                        : before.latest.with(write);
        var occasions = new ArrayList<>(settled.occasions());
        alarms(cycle, write).forEach(occasions::add);
        var job =
                new Job(
                        settings,
                        write.isAccepted()
                                ? before.credentials.used(write.token(), issued)
                                : before.credentials,
                        cycle,
                        created(before.standing, write),
                        before.quarantine);
        var judged = job.judged(cycle, write);
        occasions.addAll(judged.occasions());
        return new Step(judged.job(), occasions);
    }

    /** Whether a request is older than the latest cycle and belongs to one before. */
    public boolean isLate(Instant at, Duration usualGap) {
        return latest != null
                && !latest.reaches(at, gap(usualGap))
                && at.isBefore(latest.beganAt());
    }

    /** The job after a request that is late; the rules have judged its cycle already. */
    public Job afterLate(Write write) {
        return new Job(settings, credentials, latest, created(standing, write), quarantine);
    }

    private static Standing created(Standing standing, Write write) {
        return write.isExported() && write.action() == Action.CREATE
                ? standing.withCreated(write.type())
                : standing;
    }

    private List<Occasion> alarms(Cycle cycle, Write write) {
        var occasions = new ArrayList<Occasion>();
        if (write.error() != null && cycle.tally().failures() == write.times()) {
            occasions.add(new Occasion.FirstFailure(cycle, write, write.error()));
        }
        var most = settings.mostDeletions();
        if (most != null && write.isDeletion() && cycle.tally().deletions() == most) {
            occasions.add(new Occasion.MassDeletion(cycle, most, write.at()));
        }
        return occasions;
    }

    private Step judged(Cycle cycle, Write write) {
        if (quarantine != null && quarantine.reason() == Reason.EXCEPTION && write.isAccepted()) {
            return new Step(in(null), List.of(new Occasion.Left(quarantine, write.at())));
        }
        if (quarantine != null && cycle.is(quarantine.cycle())) {
            return new Step(this, List.of());
        }
        var reason = Rules.reason(cycle.tally(), settings.mostDeletions());
        if (reason.isEmpty()) {
            return new Step(this, List.of());
        }
        var because = reason.get();
        if (quarantine == null) {
            var imposed = Quarantine.imposed(because, write.at(), cycle.id(), cycle.tally());
            return new Step(in(imposed), List.of(new Occasion.Entered(imposed)));
        }
        var kept = quarantine.kept(because, write.at(), cycle.id(), cycle.tally());
        return new Step(
                in(kept),
                because == quarantine.reason() ? List.of() : List.of(new Occasion.Entered(kept)));
    }

    private Job in(@Nullable Quarantine now) {
        return new Job(settings, credentials, latest, standing, now);
    }
}
