package io.rollbook.scim.value;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** Positions of names, kept only where there are so many that a scan would cost more. */
final class NameIndex {
    private static final int FEW = 16;

    private final Map<String, Integer> positions;

    private NameIndex(Map<String, Integer> positions) {
        this.positions = positions;
    }

    /** None for a few names. */
    static @Nullable NameIndex ofMany(String[] names, int size) {
        if (size <= FEW) {
            return null;
        }
        NameIndex index = new NameIndex(new HashMap<>(size * 2));
        for (int i = 0; i < size; i++) {
            index.add(names[i], i);
        }
        return index;
    }

    static int find(@Nullable NameIndex index, String[] names, int size, String name) {
        if (index != null) {
            return index.positions.getOrDefault(name, -1);
        }
        for (int i = 0; i < size; i++) {
            if (names[i].equals(name)) {
                return i;
            }
        }
        return -1;
    }

    void add(String name, int position) {
        positions.put(name, position);
    }

    NameIndex copy() {
        return new NameIndex(new HashMap<>(positions));
    }
}
