package io.rollbook.scim.resource;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexBuilder;
import io.rollbook.scim.value.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When two elements of a multi-valued attribute are one: RFC 7643 §2.4 wants no two with the same
 * {@code value} and {@code type}.
 */
public final class SameElement {
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
        Complex identity = Complex.of(Attribute.VALUE, value);
        Value type = complex.get(Attribute.TYPE);
        return type == null ? identity : identity.with(Attribute.TYPE, type);
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
        Map<Value, Value> byIdentity = LinkedHashMap.newLinkedHashMap(elements.size());
        elements.forEach(each -> byIdentity.merge(identity(each), each, SameElement::merged));
        return List.copyOf(byIdentity.values());
    }
}
