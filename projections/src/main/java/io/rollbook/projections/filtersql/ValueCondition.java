package io.rollbook.projections.filtersql;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.document.ComparableForm;
import io.rollbook.projections.document.StoredForm;
import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.Literal;
import io.rollbook.scim.filter.Operator;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.schema.AttributeType;

/**
 * One comparison as a condition on a {@code jsonb} value. It may be SQL's null, meaning no, when
 * the value is null or of another type than the operand; {@code ne} is true then.
 */
final class ValueCondition {

    private final Attribute attribute;
    private final Operator operator;
    private final Literal operand;
    private final String baseUri;

    ValueCondition(Filter.Comparison comparison, String baseUri) {
        this.attribute = comparison.path().target();
        this.operator = comparison.operator();
        this.operand = comparison.operand();
        this.baseUri = baseUri;
    }

    Sql on(Sql value) {
        return switch (operand) {
            case Literal.Text(String text) ->
                    compare(text(value), ComparableForm.of(attribute, text));
            case Literal.Bool(boolean bool) -> compare(plainText(value), Boolean.toString(bool));
            case Literal.Moment(var moment) -> compare(plainText(value), ComparableForm.of(moment));
            case Literal.Numeric(var number) -> compare(number(value), number);
        };
    }

    private Sql compare(Sql value, Object expected) {
        return switch (operator) {
            case EQ -> value.then(" = ?", expected);
            case NE -> value.then(" is distinct from ?", expected);
            case GT -> value.then(" > ?", expected);
            case GE -> value.then(" >= ?", expected);
            case LT -> value.then(" < ?", expected);
            case LE -> value.then(" <= ?", expected);
            case CO -> value.within("strpos(", ", ").then("?) > 0", expected);
            case SW -> value.within("starts_with(", ", ").then("?)", expected);
            case EW ->
                    value.within("right(", ", ").then("length(?::text)) = ?", expected, expected);
        };
    }

    /** The place of the base URI is held by a character of its own. */
    private Sql text(Sql value) {
        return attribute.type() == AttributeType.REFERENCE
                ? plainText(value)
                        .within("replace(", ", ")
                        .then("?, ?)", StoredForm.BASE_URI, comparableBaseUri())
                        .within("(", " collate \"C\")")
                : plainText(value);
    }

    private String comparableBaseUri() {
        var below = "/";
        var comparable = ComparableForm.of(attribute, baseUri + below);
        return comparable.substring(0, comparable.length() - below.length());
    }

    private static Sql plainText(Sql value) {
        return value.within("((", " #>> '{}') collate \"C\")");
    }

    private static Sql number(Sql value) {
        return value.within("(case when jsonb_typeof(", ") = 'number' then ")
                .then(value.within("(", " #>> '{}')::numeric end)"));
    }
}
