package io.rollbook.scim.patch;

import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.Filter.Comparison;
import io.rollbook.scim.filter.Filter.Present;
import io.rollbook.scim.filter.Literal;
import io.rollbook.scim.filter.Operator;
import io.rollbook.scim.patch.refusal.Refusals;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.resource.ReferenceValues;
import io.rollbook.scim.schema.Attribute;

import java.util.List;

/**
 * Filters of elements that refer to resources of ours. Of such an element only the id is kept, so
 * what a filter says of the location is said of the id at its end.
 */
final class LocationFilter {
    private final Attribute attribute;
    private final AttributePath id;

    private LocationFilter(Attribute attribute, Attribute id) {
        this.attribute = attribute;
        this.id = AttributePath.of(id);
    }

    static Filter byId(Attribute attribute, Filter filter) {
        Attribute id = attribute.subAttributes().find(Attribute.VALUE);
        return id == null || !ReferenceValues.isReference(attribute)
                ? filter
                : new LocationFilter(attribute, id).byId(filter);
    }

    private Filter byId(Filter filter) {
        return switch (filter) {
            case Filter.And(var terms) -> new Filter.And(each(terms));
            case Filter.Or(var terms) -> new Filter.Or(each(terms));
            case Filter.Not(var term) -> new Filter.Not(byId(term));
            case Present(var path) -> isLocation(path) ? new Present(id) : filter;
            case Comparison(var path, Operator operator, Literal.Text(String location))
                    when isLocation(path) ->
                    new Comparison(id, equality(operator), idIn(location));
            case Comparison comparison -> comparison;
            case Filter.ElementMatches inner -> inner;
        };
    }

    private List<Filter> each(List<Filter> terms) {
        return terms.stream().map(this::byId).toList();
    }

    private static boolean isLocation(AttributePath path) {
        return path.attribute().name().equals(Attribute.REF);
    }

    private Operator equality(Operator operator) {
        if (operator != Operator.EQ && operator != Operator.NE) {
            throw Refusals.filter(
                    "'%s.%s' is compared by eq and ne only; choose by '%s'."
                            .formatted(attribute.name(), Attribute.REF, Attribute.VALUE));
        }
        return operator;
    }

    private static Literal.Text idIn(String location) {
        return new Literal.Text(ReferenceValues.idIn(location));
    }
}
