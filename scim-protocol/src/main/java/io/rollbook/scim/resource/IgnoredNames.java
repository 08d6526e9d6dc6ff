package io.rollbook.scim.resource;

import java.util.ArrayList;
import java.util.List;

/**
 * The first few names of what was accepted but not taken over: enough to tell an administrator,
 * bounded for attackers. Not thread-safe.
 */
public final class IgnoredNames {
    private static final int AT_MOST = 20;
    private static final int LONGEST = 128;

    private final List<String> names = new ArrayList<>(0);

    public void add(String name) {
        if (names.size() < AT_MOST && isPlain(name) && !names.contains(name)) {
            names.add(name);
        }
    }

    /** In the order of the request, each once. */
    public List<String> names() {
        return List.copyOf(names);
    }

    /** A name or URN; anything else could carry line breaks or worse into a log. */
    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && name.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
