package io.rollbook.scim.patch.edit;

import io.rollbook.scim.schema.Attribute;
import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexBuilder;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Some sub-attributes of a complex value: what they become, and which become unassigned. Those that
 * are in neither stay as they are.
 */
public record Part(Complex assigned, Set<String> cleared) {
    /** What only describes a value (RFC 7643 §2.4) and means nothing without one. */
    private static final Set<String> LABELS =
            Set.of(Attribute.TYPE, Attribute.PRIMARY, Attribute.DISPLAY);

    public Part {
        cleared = Set.copyOf(cleared);
    }

    /** One sub-attribute; null unassigns it. */
    public static Part of(Attribute sub, @Nullable Value value) {
        return value == null
                ? new Part(Complex.EMPTY, Set.of(sub.name()))
                : new Part(Complex.of(sub.name(), value), Set.of());
    }

    /** The value after the merge; empty when nothing of worth is left in it. */
    public Complex mergedInto(Complex current) {
        ComplexBuilder merged = Complex.builder();
        current.forEach(
                (name, value) -> {
                    if (!cleared.contains(name)) {
                        merged.put(name, value);
                    }
                });
        assigned.forEach(merged::put);
        Complex result = merged.build();
        return !cleared.isEmpty() && isBare(result) ? Complex.EMPTY : result;
    }

    private static boolean isBare(Complex value) {
        return LABELS.containsAll(value.members().keySet());
    }
}
