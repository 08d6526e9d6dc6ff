package io.rollbook.scim.schema;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Attribute definitions in schema order, found by name in any case (RFC 7643 §2.1). */
public final class Attributes implements Iterable<Attribute> {
    public static final Attributes NONE = new Attributes(List.of());

    private final List<Attribute> inOrder;
    private final List<Attribute> required;

    /** The same as in the list: one is looked up for each member that is read. */
    private final Attribute[] places;

    private final NameTable names;

    public Attributes(List<Attribute> inOrder) {
        this.inOrder = List.copyOf(inOrder);
        this.required =
                this.inOrder.stream()
                        .filter(each -> each.required() && !each.isReadOnly())
                        .toList();
        this.places = this.inOrder.toArray(Attribute[]::new);
        List<String> canonical = this.inOrder.stream().map(Attribute::name).toList();
        refuseTwice(canonical);
        this.names = new NameTable(canonical);
    }

    public @Nullable Attribute find(String name) {
        return at(names.find(name));
    }

    public NameTable names() {
        return names;
    }

    /** The attribute at a place of {@link #names}; null when there is no such place. */
    public @Nullable Attribute at(int place) {
        return place >= 0 && place < places.length ? places[place] : null;
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

    private static void refuseTwice(List<String> names) {
        Set<String> lower = HashSet.newHashSet(names.size());
        for (String name : names) {
            if (!lower.add(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("defined twice: " + name);
            }
        }
    }
}
