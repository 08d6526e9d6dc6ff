package io.rollbook.audit.synchronization.job;

/**
 * What came of the write requests of a cycle.
 *
 * @param requests all of them
 * @param exported those that changed something
 * @param failures those that were refused, whatever for
 * @param referenceFailures those of them that named an object which is not here
 * @param rejected those of them whose credential was refused
 * @param deletions those of the exported that took somebody's access, by deleting or disabling
 * @param references those of the exported that changed members
 */
public record Tally(
        long requests,
        long exported,
        long failures,
        long referenceFailures,
        long rejected,
        long deletions,
        long references) {

    public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0, 0);

    Tally with(Write write) {
        return new Tally(
                requests + write.times(),
                exported + times(write, write.isExported()),
                failures + times(write, !write.isAccepted()),
                referenceFailures + times(write, write.isReferenceFailure()),
                rejected + times(write, write.isRejected()),
                deletions + times(write, write.isDeletion()),
                references + times(write, write.isExported() && write.references()));
    }

    private static long times(Write write, boolean counts) {
        return counts ? write.times() : 0;
    }

    public long accepted() {
        return requests - failures;
    }

    /** Failures of the objects themselves. */
    public long baseFailures() {
        return failures - referenceFailures;
    }
}
