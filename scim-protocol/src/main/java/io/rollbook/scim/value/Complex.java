package io.rollbook.scim.value;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * An ordered set of named values: a resource, a complex attribute or the container of an extension
 * (a member that is named by the extension's full URN). Names are canonical and matched exactly.
 * Two are equal when they hold the same members, in whatever order (RFC 7643 §2.3.8).
 *
 * <p>Two arrays instead of a hash map: a directory entry has few members, and most of the memory
 * and time of reading one would otherwise go into map nodes.
 */
public final class Complex implements Value {
    public static final Complex EMPTY = new Complex(new String[0], new Value[0], null);

    final String[] names;
    final Value[] values;
    private final @Nullable NameIndex index;

    Complex(String[] names, Value[] values, @Nullable NameIndex index) {
        this.names = names;
        this.values = values;
        this.index = index;
    }

    /** Of arrays that nobody else has; no name comes twice. */
    static Complex of(String[] names, Value[] values) {
        return new Complex(names, values, NameIndex.ofMany(names, names.length));
    }

    public static Complex of(String name, Value value) {
        return new Complex(new String[] {name}, new Value[] {value}, null);
    }

    public static Complex of(String name1, Value value1, String name2, Value value2) {
        return name1.equals(name2)
                ? of(name1, value2)
                : new Complex(new String[] {name1, name2}, new Value[] {value1, value2}, null);
    }

    public static Complex of(Map<String, ? extends Value> members) {
        ComplexBuilder builder = builder();
        members.forEach(builder::put);
        return builder.build();
    }

    public static ComplexBuilder builder() {
        return new ComplexBuilder();
    }

    public @Nullable Value get(String name) {
        int position = NameIndex.find(index, names, names.length, name);
        return position < 0 ? null : values[position];
    }

    public boolean has(String name) {
        return get(name) != null;
    }

    /** The same with one member set: in its old place, or at the end when it is new. */
    public Complex with(String name, Value value) {
        return toBuilder().put(name, value).build();
    }

    public Complex without(String name) {
        if (!has(name)) {
            return this;
        }
        ComplexBuilder rest = builder();
        forEach(
                (key, value) -> {
                    if (!key.equals(name)) {
                        rest.put(key, value);
                    }
                });
        return rest.build();
    }

    public ComplexBuilder toBuilder() {
        ComplexBuilder builder = builder();
        forEach(builder::put);
        return builder;
    }

    /** An unmodifiable view in order. */
    public Map<String, Value> members() {
        return new MembersView(this);
    }

    public void forEach(BiConsumer<? super String, ? super Value> action) {
        for (int i = 0; i < names.length; i++) {
            action.accept(names[i], values[i]);
        }
    }

    public int size() {
        return names.length;
    }

    public boolean isEmpty() {
        return names.length == 0;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        if (this == other) {
            return true;
        }
        if (!(other instanceof Complex that) || that.names.length != names.length) {
            return false;
        }
        for (int i = 0; i < names.length; i++) {
            if (!values[i].equals(that.get(names[i]))) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int hashCode() {
        int sum = 0;
        for (int i = 0; i < names.length; i++) {
            sum += names[i].hashCode() ^ values[i].hashCode();
        }
        return sum;
    }

    /** Names only: values may be personal data and must not reach a log by accident. */
    @Override
    public String toString() {
        return "Complex" + Arrays.toString(names);
    }
}
