package io.rollbook.scim.resource;

import java.util.ArrayList;
import java.util.List;

/**
 * The first few names that nobody knows: enough to tell an administrator, bounded for attackers.
 */
final class IgnoredNames {
    private static final int AT_MOST = 20;
    private static final int LONGEST = 128;

    private final List<String> names = new ArrayList<>(0);

    void add(String name) {
        if (names.size() < AT_MOST && isPlain(name)) {
            names.add(name);
        }
    }

    List<String> names() {
        return names;
    }

    /** A name or URN; anything else could carry line breaks or worse into a log. */
    private static boolean isPlain(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST
                && name.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
