package io.rollbook.scim.projection;

import io.rollbook.scim.value.Complex;
import io.rollbook.scim.value.ComplexBuilder;
import io.rollbook.scim.value.Many;
import io.rollbook.scim.value.Value;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;

/** Cuts values down to what is selected, or what is not; what has nothing left disappears. */
enum Pruning {
    KEEP_SELECTED,
    DROP_SELECTED;

    static Pruning of(boolean only) {
        return only ? KEEP_SELECTED : DROP_SELECTED;
    }

    Complex part(Complex complex, Selection selection) {
        ComplexBuilder part = Complex.builder();
        complex.forEach(
                (name, value) -> {
                    Value shown = member(value, selection.get(name));
                    if (shown != null) {
                        part.put(name, shown);
                    }
                });
        return part.build();
    }

    private @Nullable Value member(Value value, @Nullable Selection selected) {
        if (selected == null) {
            return this == DROP_SELECTED ? value : null;
        }
        if (selected.isWhole()) {
            return this == KEEP_SELECTED ? value : null;
        }
        return inside(value, selected);
    }

    private @Nullable Value inside(Value value, Selection selected) {
        return switch (value) {
            case Complex complex -> {
                Complex part = part(complex, selected);
                yield part.isEmpty() ? null : part;
            }
            case Many(List<Value> elements) -> {
                List<Value> parts =
                        elements.stream()
                                .map(element -> inside(element, selected))
                                .filter(Objects::nonNull)
                                .toList();
                yield parts.isEmpty() ? null : new Many(parts);
            }
            default -> value;
        };
    }
}
