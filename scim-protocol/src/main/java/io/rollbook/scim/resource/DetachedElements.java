package io.rollbook.scim.resource;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.Text;
import io.rollbook.scim.value.Value;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Elements of an attribute that is kept apart: each is known by its {@code value}. */
final class DetachedElements {
    private DetachedElements() {}

    static List<Complex> of(Attribute attribute, List<Value> elements) {
        Map<String, Complex> byValue = LinkedHashMap.newLinkedHashMap(elements.size());
        for (Value element : elements) {
            Complex complex = (Complex) element;
            if (!(complex.get(Attribute.VALUE) instanceof Text(String value)) || value.isBlank()) {
                throw Misfit.value(
                        "Each element of '%s' needs a 'value'.".formatted(attribute.name()));
            }
            byValue.putIfAbsent(value, complex);
        }
        return List.copyOf(byValue.values());
    }
}
