package io.rollbook.scim.patch.edit;

import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.Literal;
import io.rollbook.scim.filter.Operator;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexBuilder;
import io.rollbook.scim.value.DateTimes;
import io.rollbook.scim.value.Decimal;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;
import io.rollbook.scim.value.Whole;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * The element that a filter describes when none matches it: {@code emails[type eq "work"].value}
 * makes a work address, as Entra expects.
 */
public final class Creation {
    private Creation() {}

    /** Empty unless the filter says by equalities alone what the element has to be. */
    public static Optional<Complex> described(Filter filter) {
        ComplexBuilder element = Complex.builder();
        return describe(filter, element) ? Optional.of(element.build()) : Optional.empty();
    }

    private static boolean describe(Filter filter, ComplexBuilder element) {
        return switch (filter) {
            case Filter.And(List<Filter> terms) ->
                    terms.stream().allMatch(term -> describe(term, element));
            case Filter.Comparison(var path, Operator operator, Literal operand) -> {
                element.put(path.attribute().name(), value(path.attribute(), operator, operand));
                yield operator == Operator.EQ || operand instanceof Literal.Bool;
            }
            case Filter.Or or -> false;
            case Filter.Not not -> false;
            case Filter.Present present -> false;
            case Filter.ElementMatches matches -> false;
        };
    }

    /** What differs from a boolean is the other one. */
    private static Value value(Attribute attribute, Operator operator, Literal operand) {
        return switch (operand) {
            case Literal.Text(String text) -> new Text(text);
            case Literal.Bool(boolean bool) -> Bool.of(bool == (operator == Operator.EQ));
            case Literal.Numeric(BigDecimal number) ->
                    attribute.type() == AttributeType.INTEGER
                            ? new Whole(number.longValue())
                            : new Decimal(number);
            case Literal.Moment(var moment) -> new Text(DateTimes.format(moment));
        };
    }
}
