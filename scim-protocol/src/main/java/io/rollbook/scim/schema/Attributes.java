package io.rollbook.scim.schema;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** Attribute definitions in schema order, found by name in any case (RFC 7643 §2.1). */
public final class Attributes implements Iterable<Attribute> {
    public static final Attributes NONE = new Attributes(List.of());

    private final List<Attribute> inOrder;
    private final List<Attribute> required;
    private final Map<String, Attribute> byName;

    public Attributes(List<Attribute> inOrder) {
        this.inOrder = List.copyOf(inOrder);
        this.required =
                this.inOrder.stream()
                        .filter(each -> each.required() && !each.isReadOnly())
                        .toList();
        Map<String, Attribute> index = new HashMap<>();
        for (Attribute attribute : this.inOrder) {
            if (index.put(lower(attribute.name()), attribute) != null) {
                throw new IllegalArgumentException("defined twice: " + attribute.name());
            }
        }
        // The canonical spelling as well: it is what nearly every client sends.
        this.inOrder.forEach(attribute -> index.put(attribute.name(), attribute));
        this.byName = Map.copyOf(index);
    }

    public @Nullable Attribute find(String name) {
        Attribute exact = byName.get(name);
        return exact != null ? exact : byName.get(lower(name));
    }

    public List<Attribute> inOrder() {
        return inOrder;
    }

    /** Those that a client must give a value. */
    public List<Attribute> required() {
        return required;
    }

    public Stream<Attribute> stream() {
        return inOrder.stream();
    }

    @Override
    public Iterator<Attribute> iterator() {
        return inOrder.iterator();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
