package io.rollbook.scim.patch.edit;

import io.rollbook.scim.patch.refusal.Refusals;
import io.rollbook.scim.resource.SameElement;
import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.value.Bool;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The elements of a multi-valued attribute, with what RFC 7643 §2.4 says of them: none comes twice,
 * and at most one is primary.
 */
public final class ElementList {
    /** So few additions that looking at each element costs less than an index of them. */
    private static final int FEW = 8;

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
     * Adds elements. One with the same {@code value} and {@code type} is the same element (RFC 7643
     * §2.4 wants no two of them): what is new goes into it.
     */
    static void addAll(List<Value> elements, List<Value> added) {
        if (added.size() <= FEW) {
            added.forEach(element -> put(elements, element, positionOf(element, elements)));
            return;
        }
        Map<Value, Integer> positions = new HashMap<>();
        for (int i = 0; i < elements.size(); i++) {
            positions.putIfAbsent(SameElement.identity(elements.get(i)), i);
        }
        for (Value element : added) {
            Integer position =
                    positions.putIfAbsent(SameElement.identity(element), elements.size());
            put(elements, element, position == null ? -1 : position);
        }
    }

    public static List<Value> distinct(List<Value> elements) {
        return List.copyOf(new LinkedHashSet<>(elements));
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
     * @param after the elements as the operation left them, none of them twice
     */
    public @Nullable Value settled(List<Value> before, List<Value> after) {
        if (after.isEmpty()) {
            return null;
        }
        if (!attribute.multiValued()) {
            return after.getFirst();
        }
        if (after.size() > Attribute.MOST_ELEMENTS) {
            throw Refusals.value(
                    "attribute '%s' holds at most %d values."
                            .formatted(attribute.name(), Attribute.MOST_ELEMENTS));
        }
        return new Many(withOnePrimary(before, after));
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

    private static int positionOf(Value added, List<Value> elements) {
        Value identity = SameElement.identity(added);
        for (int i = 0; i < elements.size(); i++) {
            if (SameElement.identity(elements.get(i)).equals(identity)) {
                return i;
            }
        }
        return -1;
    }

    private static void put(List<Value> elements, Value added, int position) {
        if (position < 0) {
            elements.add(added);
        } else {
            elements.set(position, SameElement.merged(elements.get(position), added));
        }
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
