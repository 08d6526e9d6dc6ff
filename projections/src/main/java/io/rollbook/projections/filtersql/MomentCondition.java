package io.rollbook.projections.filtersql;

import io.rollbook.projections.database.Sql;
import io.rollbook.scim.filter.Operator;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a point in time in a column must be when the one in the resource is to match. The resource
 * shows milliseconds and the column holds more, so that the two may differ by one.
 */
final class MomentCondition {

    private static final Duration DIFFERENCE = Duration.ofMillis(1);

    /** No resource is from before or after; PostgreSQL's time does not reach as far as Java's. */
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

    private MomentCondition() {}

    static Optional<Sql> of(String column, Operator operator, Instant operand) {
        var moment = within(operand);
        var from = Sql.of(column + " >= ?", moment.minus(DIFFERENCE));
        var to = Sql.of(column + " <= ?", moment.plus(DIFFERENCE));
        return switch (operator) {
            case EQ -> Optional.of(from.then(" and ").then(to).within("(", ")"));
            case GT, GE -> Optional.of(from);
            case LT, LE -> Optional.of(to);
            case NE, CO, SW, EW -> Optional.empty();
        };
    }

    private static Instant within(Instant moment) {
        if (moment.isBefore(EARLIEST)) {
            return EARLIEST;
        }
        return moment.isAfter(LATEST) ? LATEST : moment;
    }
}
