package io.rollbook.projections.filtersql;

import io.rollbook.projections.database.Sql;
import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.Operator;

import java.util.List;

/** Conditions on the values at a place; each is true or false, never null. */
final class Conditions {

    private static final String OPEN_HAS_VALUE = "coalesce(jsonb_path_exists(";

    /** Any text that is not empty, any number or boolean, however deep. */
    private static final String CLOSE_HAS_VALUE =
            """
            , '$.** ? (@.type() == "number" || @.type() == "boolean"
                       || (@.type() == "string" && @ != ""))'), false)
            """;

    private static final Sql VALUE = Sql.of("e.v");

    private final String baseUri;

    Conditions(String baseUri) {
        this.baseUri = baseUri;
    }

    Sql present(Place place) {
        return place.single()
                .map(Conditions::hasValue)
                .orElseGet(() -> any(place, hasValue(VALUE)));
    }

    private static Sql hasValue(Sql value) {
        return value.within(OPEN_HAS_VALUE, CLOSE_HAS_VALUE);
    }

    /** {@code ne} is also true when there is no value. */
    Sql comparison(Place place, Filter.Comparison comparison) {
        var condition = new ValueCondition(comparison, baseUri);
        boolean differs = comparison.operator() == Operator.NE;
        return place.single()
                .map(single -> condition.on(single).within("coalesce(", ", false)"))
                .orElseGet(
                        () -> {
                            var any = any(place, condition.on(VALUE));
                            return differs
                                    ? any.then(" or not ")
                                            .then(any(place, Sql.of("true")))
                                            .within("(", ")")
                                    : any;
                        });
    }

    Sql anyElement(Place place, Filter inner) {
        return any(place, element(inner));
    }

    private static Sql any(Place place, Sql condition) {
        return place.values()
                .within("exists (select 1 from ", " e (v) where ")
                .then(condition)
                .then(")");
    }

    private Sql element(Filter filter) {
        return switch (filter) {
            case Filter.And(var terms) -> joined(" and ", terms);
            case Filter.Or(var terms) -> joined(" or ", terms);
            case Filter.Not(var term) -> element(term).within("(not ", ")");
            case Filter.Present(var path) -> present(JsonPlace.of(VALUE, path));
            case Filter.Comparison comparison ->
                    comparison(JsonPlace.of(VALUE, comparison.path()), comparison);
            case Filter.ElementMatches matches ->
                    anyElement(JsonPlace.of(VALUE, matches.path()), matches.inner());
        };
    }

    private Sql joined(String operator, List<Filter> terms) {
        return Sql.join(operator, terms.stream().map(this::element).toList()).within("(", ")");
    }
}
