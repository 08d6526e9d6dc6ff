package io.rollbook.projections.read;

import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.Operator;
import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.ResourceType;

import java.util.List;
import java.util.Optional;

/**
 * Whether a filter is true or false for every resource of a type, because it asks for attributes
 * that the type does not have (RFC 7644 §3.4.2.1): then no row need be looked at.
 */
record Foregone(ResourceType type) {

    /** Empty when it depends on the resource. */
    Optional<Boolean> answer(Filter filter) {
        return switch (filter) {
            case Filter.And(var terms) -> joined(terms, false);
            case Filter.Or(var terms) -> joined(terms, true);
            case Filter.Not(var term) -> answer(term).map(answer -> !answer);
            case Filter.Present(var path) -> lacking(path, false);
            case Filter.Comparison comparison ->
                    lacking(comparison.path(), comparison.operator() == Operator.NE);
            case Filter.ElementMatches(var path, var inner) -> lacking(path, false);
        };
    }

    /**
     * @param decisive the answer of one term that decides for all
     */
    private Optional<Boolean> joined(List<Filter> terms, boolean decisive) {
        var answers = terms.stream().map(this::answer).toList();
        if (answers.contains(Optional.of(decisive))) {
            return Optional.of(decisive);
        }
        return answers.contains(Optional.<Boolean>empty())
                ? Optional.empty()
                : Optional.of(!decisive);
    }

    private Optional<Boolean> lacking(AttributePath path, boolean answer) {
        return path.extensionUrn() == null
                        && type.attributes().find(path.attribute().name()) == null
                ? Optional.of(answer)
                : Optional.empty();
    }
}
