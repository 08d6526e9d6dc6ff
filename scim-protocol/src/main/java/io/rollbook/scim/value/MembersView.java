package io.rollbook.scim.value;

import org.jspecify.annotations.Nullable;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/** The members of a {@link Complex} as a map, without copying them. */
final class MembersView extends AbstractMap<String, Value> {
    private final Complex complex;

    MembersView(Complex complex) {
        this.complex = complex;
    }

    @Override
    public @Nullable Value get(@Nullable Object name) {
        return name instanceof String text ? complex.get(text) : null;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return get(name) != null;
    }

    @Override
    public Set<Map.Entry<String, Value>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<String, Value>> iterator() {
                return new Entries(complex);
            }

            @Override
            public int size() {
                return complex.size();
            }
        };
    }

    private static final class Entries implements Iterator<Map.Entry<String, Value>> {
        private final Complex complex;
        private int next;

        Entries(Complex complex) {
            this.complex = complex;
        }

        @Override
        public boolean hasNext() {
            return next < complex.size();
        }

        @Override
        public Map.Entry<String, Value> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int i = next++;
            return Map.entry(complex.names[i], complex.values[i]);
        }
    }
}
