package io.rollbook.audit.synchronization.job;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * When Entra puts a job into quarantine ("Application provisioning in quarantine status"), applied
 * to what a cycle shows here.
 */
public final class Rules {

    /** From so many failures on their part of all requests counts. */
    public static final long PROPORTION_FROM = 5_000;

    /** More than so many of a hundred. */
    public static final long PROPORTION_PERCENT = 40;

    /** More failures than this, those of references not counted. */
    public static final long MOST_FAILURES = 40_000;

    /** More failures than this, whatever for. */
    public static final long MOST_FAILURES_OF_ALL_KINDS = 60_000;

    private Rules() {}

    /**
     * Why a cycle puts its job into quarantine; empty when it does not.
     *
     * @param mostDeletions so many deletions are too many; null when any number is right
     */
    public static Optional<Reason> reason(Tally cycle, @Nullable Integer mostDeletions) {
        if (cycle.rejected() > 0 && cycle.rejected() == cycle.requests()) {
            return Optional.of(Reason.EXCEPTION);
        }
        if (cycle.failures() > MOST_FAILURES_OF_ALL_KINDS) {
            return Optional.of(Reason.TOTAL);
        }
        if (cycle.baseFailures() > MOST_FAILURES) {
            return Optional.of(Reason.BASE);
        }
        if (cycle.baseFailures() >= PROPORTION_FROM && isTooLargeAPart(cycle)) {
            return Optional.of(Reason.PROPORTION);
        }
        return mostDeletions != null && cycle.deletions() >= mostDeletions
                ? Optional.of(Reason.DELETIONS)
                : Optional.empty();
    }

    /** Whether a cycle that ended shows that the errors are gone. */
    public static boolean heals(Tally cycle, @Nullable Integer mostDeletions) {
        return cycle.accepted() > 0
                && !isTooLargeAPart(cycle)
                && reason(cycle, mostDeletions).isEmpty();
    }

    private static boolean isTooLargeAPart(Tally cycle) {
        return cycle.baseFailures() * 100 > cycle.requests() * PROPORTION_PERCENT;
    }
}
