package io.rollbook.scim.filter;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.DateTimes;
import io.rollbook.scim.value.Decimal;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;
import io.rollbook.scim.value.Whole;

import java.math.BigDecimal;
import java.util.Optional;

/** One comparison, ready to be asked of many values. */
final class ValueTest {
    private final Attribute attribute;
    private final Operator operator;
    private final Literal operand;

    ValueTest(Filter.Comparison comparison) {
        this.attribute = comparison.path().target();
        this.operator = comparison.operator();
        this.operand =
                comparison.operand() instanceof Literal.Text(String text)
                        ? new Literal.Text(Texts.comparable(attribute, text))
                        : comparison.operand();
    }

    static boolean isPresent(Value value) {
        return switch (value) {
            case Text(String text) -> !text.isEmpty();
            case Bool bool -> true;
            case Whole whole -> true;
            case Decimal decimal -> true;
            case Complex complex ->
                    complex.members().values().stream().anyMatch(ValueTest::isPresent);
            case Many(var elements) -> elements.stream().anyMatch(ValueTest::isPresent);
        };
    }

    /** A value of another type than the attribute's differs from every operand. */
    boolean matches(Value value) {
        return switch (operand) {
            case Literal.Text(String expected) ->
                    value instanceof Text(String text)
                            ? holds(Texts.comparable(attribute, text), expected)
                            : differs();
            case Literal.Bool(boolean expected) ->
                    value instanceof Bool(boolean bool)
                            ? holds(Boolean.compare(bool, expected))
                            : differs();
            case Literal.Numeric(BigDecimal expected) ->
                    number(value).map(n -> holds(n.compareTo(expected))).orElseGet(this::differs);
            case Literal.Moment(var expected) ->
                    value instanceof Text(String text)
                            ? DateTimes.parse(text)
                                    .map(moment -> holds(moment.compareTo(expected)))
                                    .orElseGet(this::differs)
                            : differs();
        };
    }

    private boolean holds(String text, String expected) {
        return switch (operator) {
            case CO -> text.contains(expected);
            case SW -> text.startsWith(expected);
            case EW -> text.endsWith(expected);
            case EQ, NE, GT, GE, LT, LE -> holds(Texts.compare(text, expected));
        };
    }

    private boolean holds(int order) {
        return switch (operator) {
            case EQ -> order == 0;
            case NE -> order != 0;
            case GT -> order > 0;
            case GE -> order >= 0;
            case LT -> order < 0;
            case LE -> order <= 0;
            case CO, SW, EW -> false;
        };
    }

    private boolean differs() {
        return operator == Operator.NE;
    }

    private static Optional<BigDecimal> number(Value value) {
        return switch (value) {
            case Whole(long whole) -> Optional.of(BigDecimal.valueOf(whole));
            case Decimal(BigDecimal decimal) -> Optional.of(decimal);
            case Text text -> Optional.empty();
            case Bool bool -> Optional.empty();
            case Complex complex -> Optional.empty();
            case Many many -> Optional.empty();
        };
    }
}
