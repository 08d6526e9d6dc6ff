package io.rollbook.verify.sign;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Public keys by their ids, and which of them vouch for each other. */
public final class KeyRing {

    private final Map<String, VerifyingKey> keys = new HashMap<>();
    private final Map<String, Set<String>> vouching = new HashMap<>();

    /** Announcements that their own keys did not sign are left out. */
    public KeyRing(List<KeyAnnouncement> announcements) {
        announcements.stream()
                .filter(KeyAnnouncement::isSigned)
                .map(KeyAnnouncement::key)
                .forEach(key -> keys.put(key.id(), key));
        for (var announcement : announcements) {
            var previous = keys.get(String.valueOf(announcement.previous()));
            if (previous != null && announcement.isSigned() && announcement.follows(previous)) {
                connect(previous.id(), announcement.key().id());
            }
        }
    }

    private void connect(String one, String other) {
        vouching.computeIfAbsent(one, none -> new HashSet<>()).add(other);
        vouching.computeIfAbsent(other, none -> new HashSet<>()).add(one);
    }

    /** Null when there is none with this id. */
    public @Nullable VerifyingKey key(String id) {
        return keys.get(id);
    }

    /** The key itself, and all that it vouches for directly or through others. */
    public Set<String> trustedWith(VerifyingKey key) {
        var trusted = new HashSet<String>();
        if (!keys.containsValue(key)) {
            return trusted;
        }
        trusted.add(key.id());
        boolean grows = true;
        while (grows) {
            grows = false;
            for (var id : List.copyOf(trusted)) {
                grows |= trusted.addAll(vouching.getOrDefault(id, Set.of()));
            }
        }
        return trusted;
    }
}
