package io.rollbook.scim.resource;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexBuilder;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * When two elements of a multi-valued attribute are one: RFC 7643 §2.4 wants no two with the same
 * {@code value} and {@code type}.
 */
public final class SameElement {
    /** So few that comparing each with each costs less than an index of them. */
    private static final int FEW = 8;

    private SameElement() {}

    /** What makes an element that one and no other; without a value, all but being primary. */
    public static Value identity(Value element) {
        if (!(element instanceof Complex complex)) {
            return element;
        }
        Value value = complex.get(Attribute.VALUE);
        if (value == null) {
            return complex.without(Attribute.PRIMARY);
        }
        Value type = complex.get(Attribute.TYPE);
        return type == null
                ? Complex.of(Attribute.VALUE, value)
                : Complex.of(Attribute.VALUE, value, Attribute.TYPE, type);
    }

    /** One element of both: what is new goes into the former. */
    public static Value merged(Value element, Value added) {
        if (element instanceof Complex complex && added instanceof Complex more) {
            ComplexBuilder merged = complex.toBuilder();
            more.forEach(merged::put);
            return merged.build();
        }
        return added;
    }

    /** Each element once, where it came first. */
    static List<Value> once(List<Value> elements) {
        if (elements.size() <= FEW && areDifferent(elements)) {
            return elements;
        }
        Map<Value, Value> byIdentity = LinkedHashMap.newLinkedHashMap(elements.size());
        elements.forEach(each -> byIdentity.merge(identity(each), each, SameElement::merged));
        return List.copyOf(byIdentity.values());
    }

    private static boolean areDifferent(List<Value> elements) {
        for (int i = 1; i < elements.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (areSame(elements.get(i), elements.get(j))) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether two have the same identity; what nearly all differ in comes first. */
    private static boolean areSame(Value one, Value other) {
        return Objects.equals(valueOf(one), valueOf(other))
                && identity(one).equals(identity(other));
    }

    private static @Nullable Value valueOf(Value element) {
        return element instanceof Complex complex ? complex.get(Attribute.VALUE) : element;
    }
}
