package io.rollbook.projections.order;

import org.jspecify.annotations.Nullable;

/**
 * A place in an order, right behind a resource; it stays one when that resource is gone.
 *
 * @param key what the resource is ordered by, as text; null when it has no value
 * @param id of the resource, which decides between equal keys
 */
public record Position(@Nullable String key, String id) {

    @Override
    public String toString() {
        return "Position[hidden]";
    }
}
