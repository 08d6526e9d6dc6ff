package io.rollbook.audit.graph.filter;

import java.util.List;

/** A filter that is free of negations, in conditions on columns of the table of entries. */
sealed interface Term {

    /** All entries, or none. */
    enum Constant implements Term {
        EVERYTHING,
        NOTHING;

        static Constant of(boolean everything) {
            return everything ? EVERYTHING : NOTHING;
        }
    }

    record Both(Term left, Term right) implements Term {}

    record Either(Term left, Term right) implements Term {}

    /** The column has one of these values, for each of which an index has the order of time. */
    record OneOf(String column, List<String> values) implements Term {

        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** The column has no value; its index has these entries in the order of time, too. */
    record Absent(String column) implements Term {}

    record Condition(String sql, List<Object> arguments) implements Term {

        public Condition {
            arguments = List.copyOf(arguments);
        }
    }

    static Term both(Term left, Term right) {
        if (left == Constant.NOTHING || right == Constant.NOTHING) {
            return Constant.NOTHING;
        }
        if (left == Constant.EVERYTHING) {
            return right;
        }
        return right == Constant.EVERYTHING ? left : new Both(left, right);
    }

    static Term either(Term left, Term right) {
        if (left == Constant.EVERYTHING || right == Constant.EVERYTHING) {
            return Constant.EVERYTHING;
        }
        if (left == Constant.NOTHING) {
            return right;
        }
        return right == Constant.NOTHING ? left : new Either(left, right);
    }

    static Term oneOf(String column, List<String> values) {
        return values.isEmpty() ? Constant.NOTHING : new OneOf(column, values);
    }
}
