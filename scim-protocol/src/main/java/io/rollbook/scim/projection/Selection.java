package io.rollbook.scim.projection;

import io.rollbook.scim.path.AttributePath;
import io.rollbook.scim.schema.Attribute;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Names of members and, below them, of their members. One without any below means all of it. */
final class Selection {
    private final Map<String, Selection> below = new HashMap<>();
    private boolean whole;

    void add(AttributePath path) {
        Selection container = path.extensionUrn() == null ? this : partOf(path.extensionUrn());
        if (container.whole) {
            return;
        }
        Attribute sub = path.subAttribute();
        if (sub == null) {
            container.addWhole(path.attribute().name());
        } else {
            Selection attribute = container.partOf(path.attribute().name());
            if (!attribute.whole) {
                attribute.addWhole(sub.name());
            }
        }
    }

    void addWhole(String name) {
        Selection all = partOf(name);
        all.whole = true;
        all.below.clear();
    }

    @Nullable Selection get(String name) {
        return below.get(name);
    }

    boolean isWhole() {
        return whole;
    }

    boolean isEmpty() {
        return below.isEmpty();
    }

    Set<String> names() {
        return below.keySet();
    }

    private Selection partOf(String name) {
        return below.computeIfAbsent(name, key -> new Selection());
    }
}
