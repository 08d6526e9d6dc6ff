package io.rollbook.projections.filtersql;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.document.ComparableForm;
import io.rollbook.projections.document.IndexKey;
import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.Literal;
import io.rollbook.scim.filter.Operator;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Conditions that an index answers and that hold for every row that matches a filter, and perhaps
 * for a few more: the filter itself is still asked of those.
 */
final class Shortcuts {

    private final ResourceView view;
    private final String tenantId;

    Shortcuts(ResourceView view, String tenantId) {
        this.view = view;
        this.tenantId = tenantId;
    }

    Optional<Candidates> of(Filter filter) {
        return switch (filter) {
            case Filter.Comparison comparison -> of(comparison);
            case Filter.ElementMatches(var path, var inner) ->
                    required(inner)
                            .map(each -> of(outer(path, each)))
                            .flatMap(Optional::stream)
                            .min(Comparator.comparing(each -> !each.few()));
            case Filter.And(var terms) ->
                    terms.stream()
                            .map(this::of)
                            .flatMap(Optional::stream)
                            .min(Comparator.comparing(each -> !each.few()));
            case Filter.Or(var terms) -> ofAll(terms);
            case Filter.Not not -> Optional.empty();
            case Filter.Present present -> Optional.empty();
        };
    }

    private Optional<Candidates> ofAll(List<Filter> alternatives) {
        var all = alternatives.stream().map(this::of).flatMap(Optional::stream).toList();
        return all.size() < alternatives.size()
                ? Optional.empty()
                : Optional.of(Candidates.any(all));
    }

    private Optional<Candidates> of(Filter.Comparison comparison) {
        var path = comparison.path();
        var operator = comparison.operator();
        return switch (comparison.operand()) {
            case Literal.Text(String text) ->
                    of(path, operator, ComparableForm.of(path.target(), text));
            case Literal.Moment(var moment) -> of(path, operator, moment);
            case Literal.Bool bool -> Optional.empty();
            case Literal.Numeric number -> Optional.empty();
        };
    }

    private Optional<Candidates> of(AttributePath path, Operator operator, String comparable) {
        var indexed = view.indexed();
        if (isOfRelation(path, Attribute.VALUE)) {
            return operator == Operator.EQ
                    ? Optional.of(Candidates.among(holders(comparable), true))
                    : Optional.empty();
        }
        if (isOfRelation(path, Attribute.DISPLAY)) {
            return KeyCondition.of("n.name_key", operator, IndexKey.of(comparable))
                    .flatMap(named -> view.relation().holdersOfNamed(tenantId, named))
                    .map(ids -> Candidates.among(ids, isSharp(operator)));
        }
        if (indexed.terms().contains(path)) {
            return KeyCondition.of("t.value_key", operator, IndexKey.of(comparable))
                    .map(key -> Candidates.among(terms(path).then(key), isSharp(operator)));
        }
        return indexed.column(path)
                .flatMap(column -> KeyCondition.of(column.sql(), operator, column.key(comparable)))
                .map(condition -> inRow(condition, isSharp(operator)));
    }

    private Optional<Candidates> of(AttributePath path, Operator operator, Instant moment) {
        return view.indexed()
                .momentColumn(path)
                .flatMap(column -> MomentCondition.of(column, operator, moment))
                .map(condition -> inRow(condition, isSharp(operator)));
    }

    private Candidates inRow(Sql condition, boolean few) {
        var ids =
                Sql.of("select r.id from %s r where r.tenant = ? and ".formatted(table()), tenantId)
                        .then(condition);
        return new Candidates(condition, ids, few);
    }

    private Sql terms(AttributePath path) {
        return Sql.of(
                "select t.id from terms t where t.tenant = ? and t.attribute = ? and ",
                tenantId,
                path.toString());
    }

    private String table() {
        return view.table();
    }

    private Sql holders(String comparable) {
        return view.relation().holders(tenantId, comparable);
    }

    private static boolean isSharp(Operator operator) {
        return operator == Operator.EQ;
    }

    /** The whole of a comparison that an index alone answers, for every place in a filter. */
    Optional<Sql> exact(Filter.Comparison comparison) {
        return comparison.operator() == Operator.EQ
                        && isOfRelation(comparison.path(), Attribute.VALUE)
                ? of(comparison).map(holders -> holders.ids().within("r.id in (", ")"))
                : Optional.empty();
    }

    private boolean isOfRelation(AttributePath path, String name) {
        var sub = path.subAttribute();
        return path.extensionUrn() == null
                && view.isRelation(path.attribute())
                && sub != null
                && sub.name().equals(name);
    }

    private static Filter.Comparison outer(AttributePath path, Filter.Comparison inner) {
        return new Filter.Comparison(
                path.withSubAttribute(inner.path().attribute()), inner.operator(), inner.operand());
    }

    /** What the value of a matching element must be, if the filter says that it must be equal. */
    static Optional<String> equalValueOf(Filter.ElementMatches matches) {
        return required(matches.inner())
                .filter(inner -> inner.operator() == Operator.EQ)
                .filter(inner -> inner.path().attribute().name().equals(Attribute.VALUE))
                .filter(inner -> inner.operand() instanceof Literal.Text)
                .map(
                        inner ->
                                ComparableForm.of(
                                        inner.path().target(),
                                        ((Literal.Text) inner.operand()).value()))
                .findFirst();
    }

    /** Comparisons without which the filter is not true. */
    private static Stream<Filter.Comparison> required(Filter filter) {
        return switch (filter) {
            case Filter.Comparison comparison -> Stream.of(comparison);
            case Filter.And(var terms) -> terms.stream().flatMap(Shortcuts::required);
            case Filter.Or or -> Stream.empty();
            case Filter.Not not -> Stream.empty();
            case Filter.Present present -> Stream.empty();
            case Filter.ElementMatches matches -> Stream.empty();
        };
    }
}
