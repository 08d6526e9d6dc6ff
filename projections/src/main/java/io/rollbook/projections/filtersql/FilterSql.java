package io.rollbook.projections.filtersql;

import io.rollbook.projections.database.Sql;
import io.rollbook.projections.view.ResourceView;
import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.path.AttributePath;

import java.util.List;

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

    /**
     * Every term of a conjunction may narrow the rows down, unless one of them alone leaves few;
     * under {@code or} all terms must.
     */
    public Sql of(Filter filter) {
        if (filter instanceof Filter.And(var terms)) {
            boolean few = shortcuts.of(filter).map(Candidates::few).orElse(false);
            return joined(" and ", terms.stream().map(term -> narrowed(term, few)).toList());
        }
        return narrowed(filter, false);
    }

    private Sql narrowed(Filter filter, boolean byFewOnly) {
        if (filter instanceof Filter.And) {
            return of(filter);
        }
        var quick =
                shortcuts
                        .of(filter)
                        .filter(candidates -> candidates.few() || !byFewOnly)
                        .map(Candidates::condition);
        if (quick.isEmpty()) {
            return exact(filter);
        }
        return isAnsweredByIndex(filter)
                ? quick.get()
                : quick.get().then(" and ").then(exact(filter)).within("(", ")");
    }

    private Sql exact(Filter filter) {
        return switch (filter) {
            case Filter.And(var terms) -> joined(" and ", exactly(terms));
            case Filter.Or(var terms) -> joined(" or ", exactly(terms));
            case Filter.Not(var term) -> exact(term).within("(not ", ")");
            case Filter.Present(var path) -> conditions.present(place(path));
            case Filter.Comparison comparison ->
                    shortcuts
                            .exact(comparison)
                            .orElseGet(
                                    () ->
                                            conditions.comparison(
                                                    place(comparison.path()), comparison));
            case Filter.ElementMatches matches ->
                    conditions.anyElement(elements(matches), matches.inner());
        };
    }

    private boolean isAnsweredByIndex(Filter filter) {
        return filter instanceof Filter.Comparison comparison
                && shortcuts.exact(comparison).isPresent();
    }

    private List<Sql> exactly(List<Filter> terms) {
        return terms.stream().map(this::exact).toList();
    }

    private static Sql joined(String operator, List<Sql> terms) {
        return Sql.join(operator, terms).within("(", ")");
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
