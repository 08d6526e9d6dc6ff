package io.rollbook.projections.filtersql;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.document.ComparableForm;
import io.rollbook.projections.document.IndexKey;
import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.Literal;
import io.rollbook.scim.filter.Operator;
import io.rollbook.scim.path.AttributePath;

import java.util.Optional;

/**
 * Conditions that an index answers and that hold for every row that matches a filter, and perhaps
 * for a few more: the filter itself is still asked of those.
 */
final class Shortcuts {

    private static final String ID = "id";
    private static final String VALUE = "value";

    private final ResourceView view;
    private final String tenantId;

    Shortcuts(ResourceView view, String tenantId) {
        this.view = view;
        this.tenantId = tenantId;
    }

    Optional<Sql> of(Filter.Comparison comparison) {
        return comparison.operator() == Operator.EQ
                        && comparison.operand() instanceof Literal.Text(String text)
                ? of(comparison.path(), text)
                : Optional.empty();
    }

    /** An element with an equal value is in an index as well, whatever else is asked of it. */
    Optional<Sql> of(Filter.ElementMatches matches) {
        return equalValue(matches.inner()).flatMap(inner -> of(outer(matches.path(), inner)));
    }

    private Optional<Sql> of(AttributePath path, String text) {
        var comparable = ComparableForm.of(path.target(), text);
        var key = IndexKey.of(comparable);
        var indexed = view.indexed();
        if (path.equals(indexed.name())) {
            return Optional.of(Sql.of("r.name_key = ?", key));
        }
        if (path.equals(indexed.externalId())) {
            return Optional.of(Sql.of("r.external_id_key = ?", key));
        }
        if (indexed.terms().contains(path)) {
            return Optional.of(
                    Sql.of(
                            """
                            r.id in (
                                select t.id from terms t
                                where t.tenant = ? and t.attribute = ? and t.value_key = ?)
                            """,
                            tenantId,
                            path.toString(),
                            key));
        }
        if (isValueOfRelation(path)) {
            return Optional.of(
                    view.relation().holders(tenantId, comparable).within("r.id in (", ")"));
        }
        return path.toString().equals(ID)
                ? Optional.of(Sql.of("r.id = ?", comparable))
                : Optional.empty();
    }

    /** Whether the shortcut says all that there is to say, so that no row need be asked again. */
    boolean isExact(Filter.Comparison comparison) {
        return comparison.operator() == Operator.EQ && isValueOfRelation(comparison.path());
    }

    private boolean isValueOfRelation(AttributePath path) {
        var sub = path.subAttribute();
        return view.isRelation(path.attribute()) && sub != null && sub.name().equals(VALUE);
    }

    private static Filter.Comparison outer(AttributePath path, Filter.Comparison inner) {
        return new Filter.Comparison(
                path.withSubAttribute(inner.path().attribute()), inner.operator(), inner.operand());
    }

    /** What the value of a matching element must be, if the filter says that it must be equal. */
    static Optional<String> equalValueOf(Filter.ElementMatches matches) {
        return equalValue(matches.inner())
                .filter(inner -> inner.operand() instanceof Literal.Text)
                .map(
                        inner ->
                                ComparableForm.of(
                                        inner.path().target(),
                                        ((Literal.Text) inner.operand()).value()));
    }

    private static Optional<Filter.Comparison> equalValue(Filter inner) {
        return switch (inner) {
            case Filter.Comparison comparison ->
                    Optional.of(comparison)
                            .filter(c -> c.operator() == Operator.EQ)
                            .filter(c -> c.path().attribute().name().equals(VALUE));
            case Filter.And(var terms) ->
                    terms.stream().map(Shortcuts::equalValue).flatMap(Optional::stream).findFirst();
            case Filter.Or or -> Optional.empty();
            case Filter.Not not -> Optional.empty();
            case Filter.Present present -> Optional.empty();
            case Filter.ElementMatches matches -> Optional.empty();
        };
    }
}
