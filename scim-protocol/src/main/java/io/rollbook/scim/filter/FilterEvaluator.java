package io.rollbook.scim.filter;

import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Whether a resource, or an element of a multi-valued attribute, matches a filter. */
public final class FilterEvaluator {

    private FilterEvaluator() {}

    /**
     * @param resource with everything that the filter may ask for, {@code id}, {@code schemas} and
     *     {@code meta} included
     */
    public static boolean matches(Filter filter, Complex resource) {
        return switch (filter) {
            case Filter.And(var terms) -> terms.stream().allMatch(term -> matches(term, resource));
            case Filter.Or(var terms) -> terms.stream().anyMatch(term -> matches(term, resource));
            case Filter.Not(var term) -> !matches(term, resource);
            case Filter.Present(var path) ->
                    values(path, resource).stream().anyMatch(ValueTest::isPresent);
            case Filter.Comparison comparison -> compares(comparison, resource);
            case Filter.ElementMatches(var path, var inner) -> anyElement(path, inner, resource);
        };
    }

    private static boolean compares(Filter.Comparison comparison, Complex resource) {
        List<Value> values = values(comparison.path(), resource);
        if (values.isEmpty()) {
            return comparison.operator() == Operator.NE;
        }
        ValueTest test = new ValueTest(comparison);
        return values.stream().anyMatch(test::matches);
    }

    private static boolean anyElement(AttributePath path, Filter inner, Complex resource) {
        for (Value element : elements(path.attributeIn(resource))) {
            if (element instanceof Complex complex && matches(inner, complex)) {
                return true;
            }
        }
        return false;
    }

    private static List<Value> values(AttributePath path, Complex resource) {
        List<Value> elements = elements(path.attributeIn(resource));
        if (path.subAttribute() == null) {
            return elements;
        }
        String name = path.subAttribute().name();
        List<Value> values = new ArrayList<>(elements.size());
        for (Value element : elements) {
            if (element instanceof Complex complex) {
                values.addAll(elements(complex.get(name)));
            }
        }
        return values;
    }

    private static List<Value> elements(@Nullable Value value) {
        return switch (value) {
            case null -> List.of();
            case Many(var elements) -> elements;
            case Value single -> List.of(single);
        };
    }
}
