package io.rollbook.audit.reconcile;

/**
 * Numbers that were seen on a topic one after the other, without a gap.
 *
 * @param first the first of them
 * @param last the last; what came beyond a gap does not count until the gap is filled
 */
record Run(long first, long last) {

    static Run of(long number) {
        return new Run(number, number);
    }

    /** A repetition changes nothing; a number from before the run begins it anew. */
    Run and(long number) {
        if (number < first) {
            return of(number);
        }
        return number == last + 1 ? new Run(first, number) : this;
    }

    /** Up to where there is no gap, when there was none up to a number before. */
    long after(long before) {
        return first <= before + 1 ? Math.max(before, last) : before;
    }
}
