package io.rollbook.audit.history.resource;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** One attribute at two events; null where it had no value. */
public record PathChange(String path, @Nullable JsonNode before, @Nullable JsonNode after) {

    public static List<PathChange> between(
            Map<String, JsonNode> before, Map<String, JsonNode> after) {
        var paths = new TreeSet<>(before.keySet());
        paths.addAll(after.keySet());
        var changes = new ArrayList<PathChange>();
        for (var path : paths) {
            var old = before.get(path);
            var now = after.get(path);
            if (old == null || !old.equals(now)) {
                changes.add(new PathChange(path, old, now));
            }
        }
        return changes;
    }
}
