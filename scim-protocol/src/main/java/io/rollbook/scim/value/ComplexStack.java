package io.rollbook.scim.value;

import java.util.Arrays;

/**
 * Builds values that lie in each other, as they are read: the members of the innermost are on top.
 * All share the same arrays; a builder for each would take most of the memory of reading a
 * resource. Not thread-safe.
 */
public final class ComplexStack {
    private static final int FIRST_SIZE = 24;
    private static final String[] NO_NAMES = {};
    private static final int[] NO_HASHES = {};
    private static final Value[] NO_VALUES = {};

    private String[] names = NO_NAMES;

    /** Of the names: comparing these alone tells nearly all names apart. */
    private int[] hashes = NO_HASHES;

    private Value[] values = NO_VALUES;
    private int size;

    /** Opens a value; it is known by the place where its members begin. */
    public int begin() {
        return size;
    }

    /**
     * Gives the innermost value a member unless it has one of this name; tells whether it did.
     *
     * @param begin of that value
     */
    public boolean putIfAbsent(int begin, String name, Value value) {
        int hash = name.hashCode();
        for (int i = begin; i < size; i++) {
            if (hashes[i] == hash && names[i].equals(name)) {
                return false;
            }
        }
        if (size == names.length) {
            int larger = Math.max(FIRST_SIZE, size * 2);
            names = Arrays.copyOf(names, larger);
            hashes = Arrays.copyOf(hashes, larger);
            values = Arrays.copyOf(values, larger);
        }
        names[size] = name;
        hashes[size] = hash;
        values[size] = value;
        size++;
        return true;
    }

    /** Closes the innermost value, which began there. */
    public Complex end(int begin) {
        if (begin == size) {
            return Complex.EMPTY;
        }
        Complex complex =
                Complex.of(
                        Arrays.copyOfRange(names, begin, size),
                        Arrays.copyOfRange(values, begin, size));
        size = begin;
        return complex;
    }
}
