package io.rollbook.scim.patch.edit;

import io.rollbook.scim.filter.Filter;
import io.rollbook.scim.filter.FilterEvaluator;
import io.rollbook.scim.resource.SameElement;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The edits that operations consist of (the table of RFC 7644 §3.5.2.1 to §3.5.2.3). */
public final class Edits {
    private Edits() {}

    public static Edit assign(@Nullable Value value) {
        return current -> value;
    }

    /** Adds elements to a multi-valued attribute. */
    public static Edit append(Attribute attribute, List<Value> added) {
        ElementList list = new ElementList(attribute);
        return current -> {
            List<Value> before = ElementList.elements(current);
            List<Value> after = new ArrayList<>(before);
            ElementList.addAll(after, added);
            return list.settled(before, after);
        };
    }

    /** Removes the elements that have everything one of the listed has. */
    public static Edit removeListed(Attribute attribute, List<Value> listed) {
        ElementList list = new ElementList(attribute);
        return current -> {
            List<Value> before = ElementList.elements(current);
            List<Value> after = new ArrayList<>(before);
            after.removeIf(
                    element -> listed.stream().anyMatch(gone -> ElementList.has(element, gone)));
            return list.settled(before, after);
        };
    }

    /**
     * Edits the elements that match; an element that becomes empty disappears.
     *
     * @param unmatched what comes in addition when none matches
     */
    public static Edit eachElement(
            Attribute attribute,
            @Nullable Filter filter,
            UnaryOperator<Complex> edit,
            Supplier<Optional<Complex>> unmatched) {
        ElementList list = new ElementList(attribute);
        return current -> {
            List<Value> before = ElementList.elements(current);
            List<Value> after = new ArrayList<>(before.size() + 1);
            boolean anyMatch = false;
            for (Value element : before) {
                if (element instanceof Complex complex
                        && (filter == null || FilterEvaluator.matches(filter, complex))) {
                    anyMatch = true;
                    Complex edited = edit.apply(complex);
                    if (!edited.isEmpty()) {
                        after.add(edited);
                    }
                } else {
                    after.add(element);
                }
            }
            if (!anyMatch) {
                unmatched
                        .get()
                        .map(List::<Value>of)
                        .ifPresent(
                                created -> ElementList.addAll(single(attribute, after), created));
            }
            // An edit may make two elements the same.
            return list.settled(before, after.equals(before) ? after : ElementList.distinct(after));
        };
    }

    /** A single-valued attribute has no room for another value beside the present one. */
    private static List<Value> single(Attribute attribute, List<Value> elements) {
        if (!attribute.multiValued()) {
            elements.clear();
        }
        return elements;
    }

    /** Puts an element beside the others, whatever speaks against it; never refuses. */
    public static Edit beside(Attribute attribute, Complex element) {
        return current -> {
            if (!attribute.multiValued()) {
                return current instanceof Complex present
                        ? SameElement.merged(present, element)
                        : element;
            }
            List<Value> elements = new ArrayList<>(ElementList.elements(current));
            elements.add(element);
            return new Many(elements);
        };
    }

    /** Merges a part into an element. */
    public static UnaryOperator<Complex> merge(Attribute attribute, Part part) {
        return element -> {
            Complex merged = part.mergedInto(element);
            if (!merged.isEmpty()) {
                Immutability.checkSubAttributes(attribute, element, merged);
            }
            return merged;
        };
    }
}
