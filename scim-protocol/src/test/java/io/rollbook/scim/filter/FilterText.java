package io.rollbook.scim.filter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rollbook.scim.value.Json;
import io.rollbook.scim.value.Text;

import java.util.List;
import java.util.stream.Collectors;

/** Writes a filter so that it can be read again. */
final class FilterText {
    private FilterText() {}

    static String of(Filter filter) {
        return switch (filter) {
            case Filter.And(var terms) -> joined(terms, " and ");
            case Filter.Or(var terms) -> joined(terms, " or ");
            case Filter.Not(var term) -> "not (" + of(term) + ")";
            case Filter.Present(var path) -> path + " pr";
            case Filter.Comparison(var path, var operator, var operand) ->
                    path + " " + operator.keyword() + " " + of(operand);
            case Filter.ElementMatches(var path, var inner) -> path + "[" + of(inner) + "]";
        };
    }

    private static String joined(List<Filter> terms, String with) {
        return terms.stream().map(FilterText::grouped).collect(Collectors.joining(with));
    }

    private static String grouped(Filter term) {
        boolean isGroup = term instanceof Filter.And || term instanceof Filter.Or;
        return isGroup ? "(" + of(term) + ")" : of(term);
    }

    private static String of(Literal operand) {
        return switch (operand) {
            case Literal.Text(String text) -> quoted(text);
            case Literal.Bool(boolean bool) -> String.valueOf(bool);
            case Literal.Numeric(var number) -> number.toString();
            case Literal.Moment(var moment) -> quoted(moment.toString());
        };
    }

    private static String quoted(String text) {
        return new String(Json.write(new Text(text)), UTF_8);
    }
}
