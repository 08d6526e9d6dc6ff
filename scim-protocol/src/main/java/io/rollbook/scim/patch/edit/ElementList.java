package io.rollbook.scim.patch.edit;

import io.rollbook.scim.patch.refusal.Refusals;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The elements of a multi-valued attribute, with what RFC 7643 §2.4 says of them: none comes twice,
 * and at most one is primary.
 */
public final class ElementList {
    private final Attribute attribute;

    public ElementList(Attribute attribute) {
        this.attribute = attribute;
    }

    static List<Value> elements(@Nullable Value value) {
        return switch (value) {
            case null -> List.of();
            case Many(var elements) -> elements;
            case Value single -> List.of(single);
        };
    }

    /**
     * Adds an element. One with the same {@code value} and {@code type} is the same element (RFC
     * 7643 §2.4 wants no two of them): what is new goes into it.
     */
    void add(List<Value> elements, Value added) {
        for (int i = 0; i < elements.size(); i++) {
            if (isSame(elements.get(i), added)) {
                elements.set(i, merged(elements.get(i), added));
                return;
            }
        }
        elements.add(added);
    }

    /** Whether an element has everything that is described. */
    static boolean has(Value element, Value described) {
        if (element instanceof Complex complex && described instanceof Complex wanted) {
            return wanted.members().entrySet().stream()
                    .allMatch(member -> member.getValue().equals(complex.get(member.getKey())));
        }
        return element.equals(described);
    }

    /**
     * The next value of the attribute.
     *
     * @param after the elements as the operation left them
     */
    public @Nullable Value settled(List<Value> before, List<Value> after) {
        if (after.isEmpty()) {
            return null;
        }
        if (!attribute.multiValued()) {
            return after.getFirst();
        }
        return new Many(distinct(withOnePrimary(before, distinct(after))));
    }

    private static List<Value> distinct(List<Value> elements) {
        return List.copyOf(new LinkedHashSet<>(elements));
    }

    /** The one that became primary now takes it from the others (RFC 7644 §3.5.2). */
    private List<Value> withOnePrimary(List<Value> before, List<Value> after) {
        List<Value> primaries = after.stream().filter(ElementList::isPrimary).toList();
        if (primaries.size() < 2) {
            return after;
        }
        Set<Value> newPrimaries = new LinkedHashSet<>(primaries);
        before.forEach(newPrimaries::remove);
        if (newPrimaries.size() != 1) {
            throw Refusals.value(
                    "attribute '%s' would have more than one primary value."
                            .formatted(attribute.name()));
        }
        Value primary = newPrimaries.iterator().next();
        List<Value> settled = new ArrayList<>(after.size());
        for (Value element : after) {
            settled.add(element.equals(primary) ? element : notPrimary(element));
        }
        return settled;
    }

    private static boolean isSame(Value one, Value other) {
        if (!(one instanceof Complex a) || !(other instanceof Complex b)) {
            return one.equals(other);
        }
        return a.has(Attribute.VALUE)
                ? Objects.equals(a.get(Attribute.VALUE), b.get(Attribute.VALUE))
                        && Objects.equals(a.get(Attribute.TYPE), b.get(Attribute.TYPE))
                : a.without(Attribute.PRIMARY).equals(b.without(Attribute.PRIMARY));
    }

    private static Value merged(Value element, Value added) {
        if (element instanceof Complex complex && added instanceof Complex more) {
            var merged = complex.toBuilder();
            more.forEach(merged::put);
            return merged.build();
        }
        return added;
    }

    private static boolean isPrimary(Value element) {
        return element instanceof Complex complex
                && Bool.TRUE.equals(complex.get(Attribute.PRIMARY));
    }

    private static Value notPrimary(Value element) {
        return isPrimary(element) && element instanceof Complex complex
                ? complex.with(Attribute.PRIMARY, Bool.FALSE)
                : element;
    }
}
