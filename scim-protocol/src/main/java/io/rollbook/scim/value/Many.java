package io.rollbook.scim.value;

import java.util.List;

/** The elements of a multi-valued attribute in the order in which they were sent. */
public record Many(List<Value> elements) implements Value {

    public Many {
        elements = List.copyOf(elements);
    }

    public static Many of(Value... elements) {
        return new Many(List.of(elements));
    }
}
