package io.rollbook.audit.read;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/**
 * What the document of one event tells.
 *
 * @param number the event's
 * @param wanted by a request that was refused, as far as that is known
 * @param times of its request, as far as they are known
 */
public record Told(
        long number,
        List<Change> changes,
        List<MemberRow> members,
        @Nullable Wanted wanted,
        @Nullable WayTimes times) {

    /** One attribute before and after; null when it had or has no value. */
    public record Change(String path, @Nullable JsonNode oldValue, @Nullable JsonNode newValue) {}

    /**
     * @param changes the first of them
     * @param omitted how many others there were
     * @param compared false when old values are not known
     */
    public record Wanted(List<Change> changes, int omitted, boolean compared) {

        /** How many it was in all. */
        public int all() {
            return changes.size() + omitted;
        }
    }

    public static Told of(long number, JsonNode document) {
        var members = new ArrayList<MemberRow>();
        for (var member : document.path("members")) {
            members.add(
                    new MemberRow(
                            number,
                            members.size(),
                            member.required("id").asString(),
                            member.path("type").asStringOpt().orElse(null),
                            member.required("joined").asBoolean()));
        }
        return new Told(
                number,
                changes(document),
                List.copyOf(members),
                wanted(document),
                WayTimes.of(document));
    }

    private static @Nullable Wanted wanted(JsonNode document) {
        var wanted = document.path("wanted");
        return wanted.isMissingNode()
                ? null
                : new Wanted(
                        changes(wanted),
                        wanted.required("omitted").asInt(),
                        wanted.required("compared").asBoolean());
    }

    private static List<Change> changes(JsonNode parent) {
        return parent.path("changes")
                .valueStream()
                .map(
                        change ->
                                new Change(
                                        change.required("path").asString(),
                                        value(change, "old"),
                                        value(change, "new")))
                .toList();
    }

    private static @Nullable JsonNode value(JsonNode change, String name) {
        var value = change.path(name);
        return value.isNull() || value.isMissingNode() ? null : value;
    }
}
