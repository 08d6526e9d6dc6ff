package io.rollbook.audit.odata;

/**
 * A filter (OData 4.01, part 2, section 5.1.1).
 *
 * <p>A property is named by its path, such as {@code sourceIdentity/id}.
 */
public sealed interface Expression {

    record And(Expression left, Expression right) implements Expression {}

    record Or(Expression left, Expression right) implements Expression {}

    record Not(Expression operand) implements Expression {}

    record Comparison(String property, Operator operator, Literal literal) implements Expression {}

    /** Where in a text another is looked for. */
    record Match(Place place, String property, String text) implements Expression {}

    enum Operator {
        EQ,
        NE,
        GT,
        GE,
        LT,
        LE;

        /** What holds where this does not. */
        public Operator opposite() {
            return switch (this) {
                case EQ -> NE;
                case NE -> EQ;
                case GT -> LE;
                case GE -> LT;
                case LT -> GE;
                case LE -> GT;
            };
        }
    }

    /** {@code contains} or {@code startswith}. */
    enum Place {
        CONTAINS,
        STARTSWITH
    }
}
