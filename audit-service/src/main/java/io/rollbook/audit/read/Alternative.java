package io.rollbook.audit.read;

/**
 * Entries that are on a way and fulfil a condition.
 *
 * @param times a condition on the time alone, which every index has
 */
public record Alternative(Clause times, Clause condition, Way way) {

    /** Every entry. */
    public static final Alternative ALL =
            new Alternative(Clause.ALWAYS, Clause.ALWAYS, new Way.Whole());

    /** Whether every entry between two times is one. */
    boolean isStretch() {
        return condition.isAlways() && way instanceof Way.Whole;
    }
}
