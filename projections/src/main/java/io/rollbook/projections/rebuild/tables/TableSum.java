package io.rollbook.projections.rebuild.tables;

import java.math.BigInteger;

/**
 * What two sets of rows have in common exactly when they are equal, whatever their order.
 *
 * @param rows how many
 * @param sum of a hash of each
 */
public record TableSum(long rows, BigInteger sum) {

    public static final TableSum NONE = new TableSum(0, BigInteger.ZERO);

    public TableSum plus(TableSum other) {
        return new TableSum(rows + other.rows, sum.add(other.sum));
    }

    /** Short enough to be compared by eye. */
    public String checksum() {
        return "%016x".formatted(sum.longValue());
    }
}
