package io.rollbook.projections.filtersql;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.path.AttributePath;

import java.util.List;
import java.util.Optional;

/**
 * Turns a filter into a condition on the row {@code r} that is true for exactly the resources that
 * match (RFC 7644 §3.4.2.2), and false, never null, for the others.
 */
public final class FilterSql {

    private final ResourceView view;
    private final String tenantId;
    private final Shortcuts shortcuts;
    private final Conditions conditions;

    /**
     * @param baseUri what locations start with for this request
     */
    public FilterSql(ResourceView view, String tenantId, String baseUri) {
        this.view = view;
        this.tenantId = tenantId;
        this.shortcuts = new Shortcuts(view, tenantId);
        this.conditions = new Conditions(baseUri);
    }

    public Sql of(Filter filter) {
        return switch (filter) {
            case Filter.And(var terms) -> joined(" and ", terms);
            case Filter.Or(var terms) -> joined(" or ", terms);
            case Filter.Not(var term) -> of(term).within("(not ", ")");
            case Filter.Present(var path) -> conditions.present(place(path));
            case Filter.Comparison comparison -> comparison(comparison);
            case Filter.ElementMatches matches ->
                    narrowed(
                            shortcuts.of(matches),
                            conditions.anyElement(elements(matches), matches.inner()));
        };
    }

    private Sql comparison(Filter.Comparison comparison) {
        var shortcut = shortcuts.of(comparison);
        if (shortcut.isPresent() && shortcuts.isExact(comparison)) {
            return shortcut.get();
        }
        return narrowed(shortcut, conditions.comparison(place(comparison.path()), comparison));
    }

    private static Sql narrowed(Optional<Sql> shortcut, Sql condition) {
        return shortcut.map(quick -> quick.then(" and ").then(condition).within("(", ")"))
                .orElse(condition);
    }

    private Sql joined(String operator, List<Filter> terms) {
        return Sql.join(operator, terms.stream().map(this::of).toList()).within("(", ")");
    }

    private Place place(AttributePath path) {
        return isRelation(path)
                ? new RelationPlace(view.relation().elements(tenantId), path.subAttribute())
                : JsonPlace.of(Sql.of("r.search"), path);
    }

    /** Of a relation only the one element that can match, if it is known which. */
    private Place elements(Filter.ElementMatches matches) {
        if (!isRelation(matches.path())) {
            return place(matches.path());
        }
        var relation = view.relation();
        var elements =
                Shortcuts.equalValueOf(matches)
                        .map(value -> relation.elements(tenantId, value))
                        .orElseGet(() -> relation.elements(tenantId));
        return new RelationPlace(elements, null);
    }

    private boolean isRelation(AttributePath path) {
        return path.extensionUrn() == null && view.isRelation(path.attribute());
    }
}
