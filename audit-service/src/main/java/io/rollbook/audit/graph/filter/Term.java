package io.rollbook.audit.graph.filter;

import io.rollbook.audit.read.Clause;
import io.rollbook.audit.read.Key;

import java.util.HashSet;
import java.util.LinkedHashSet;
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

    /** Each has one of these values. */
    record OneOf(Key key, List<String> values) implements Term {

        public OneOf {
            values = List.copyOf(values);
        }

        Term and(OneOf other) {
            var both = new LinkedHashSet<>(values);
            both.retainAll(new HashSet<>(other.values));
            return oneOf(key, List.copyOf(both));
        }

        Term or(OneOf other) {
            var either = new LinkedHashSet<>(values);
            either.addAll(other.values);
            return oneOf(key, List.copyOf(either));
        }
    }

    /** None has a value of the key, whose index has them in the order of time, too. */
    record Absent(Key key) implements Term {}

    /** On the time, which every index has. */
    record Moment(Clause clause) implements Term {}

    record Condition(Clause clause) implements Term {}

    static Term both(Term left, Term right) {
        if (left == Constant.NOTHING || right == Constant.NOTHING) {
            return Constant.NOTHING;
        }
        if (left == Constant.EVERYTHING) {
            return right;
        }
        if (left instanceof OneOf one && right instanceof OneOf other && one.key() == other.key()) {
            return one.and(other);
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
        if (left instanceof OneOf one && right instanceof OneOf other && one.key() == other.key()) {
            return one.or(other);
        }
        return right == Constant.NOTHING ? left : new Either(left, right);
    }

    static Term oneOf(Key key, List<String> values) {
        return values.isEmpty() ? Constant.NOTHING : new OneOf(key, values);
    }
}
