package io.rollbook.scim.value;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/** Collects members in order; a name set twice keeps its first place and its last value. */
public final class ComplexBuilder {
    private String[] names = new String[8];
    private Value[] values = new Value[8];
    private int size;
    private @Nullable NameIndex index;

    ComplexBuilder() {}

    public ComplexBuilder put(String name, Value value) {
        int position = NameIndex.find(index, names, size, name);
        if (position >= 0) {
            values[position] = value;
        } else {
            append(name, value);
        }
        return this;
    }

    /** Sets a member unless there is one of this name already; tells whether it did. */
    public boolean putIfAbsent(String name, Value value) {
        if (has(name)) {
            return false;
        }
        append(name, value);
        return true;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    public boolean has(String name) {
        return NameIndex.find(index, names, size, name) >= 0;
    }

    public @Nullable Value get(String name) {
        int position = NameIndex.find(index, names, size, name);
        return position < 0 ? null : values[position];
    }

    public Complex build() {
        if (size == 0) {
            return Complex.EMPTY;
        }
        NameIndex own = index == null ? null : index.copy();
        return new Complex(Arrays.copyOf(names, size), Arrays.copyOf(values, size), own);
    }

    private void append(String name, Value value) {
        if (size == names.length) {
            names = Arrays.copyOf(names, size * 2);
            values = Arrays.copyOf(values, size * 2);
        }
        names[size] = name;
        values[size] = value;
        if (index != null) {
            index.add(name, size);
        }
        size++;
        if (index == null) {
            index = NameIndex.ofMany(names, size);
        }
    }
}
