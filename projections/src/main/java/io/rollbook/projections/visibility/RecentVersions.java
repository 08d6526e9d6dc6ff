package io.rollbook.projections.visibility;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The versions that this instance applied lately, in two generations, of which the older is
 * forgotten when the younger is full: bounded, and cheap to write. One thread writes.
 */
final class RecentVersions {

    private static final int GENERATION = 50_000;

    private volatile Map<ResourceKey, Long> younger = new ConcurrentHashMap<>();
    private volatile Map<ResourceKey, Long> older = Map.of();

    void applied(ResourceKey key, long version) {
        if (younger.size() >= GENERATION) {
            older = younger;
            younger = new ConcurrentHashMap<>();
        }
        younger.put(key, version);
    }

    /** False also when it is long ago. */
    boolean shows(ResourceKey key, long version) {
        var latest = younger.get(key);
        if (latest == null) {
            latest = older.get(key);
        }
        return latest != null && latest >= version;
    }
}
