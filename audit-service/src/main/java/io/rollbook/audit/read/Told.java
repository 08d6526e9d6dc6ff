package io.rollbook.audit.read;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/**
 * What the document of one event tells.
 *
 * @param number the event's
 */
public record Told(long number, List<Change> changes, List<MemberRow> members) {

    /** One attribute before and after; null when it had or has no value. */
    public record Change(String path, @Nullable JsonNode oldValue, @Nullable JsonNode newValue) {}

    public static Told of(long number, JsonNode document) {
        var changes = new ArrayList<Change>();
        for (var change : document.path("changes")) {
            changes.add(
                    new Change(
                            change.required("path").asString(),
                            value(change, "old"),
                            value(change, "new")));
        }
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
        return new Told(number, List.copyOf(changes), List.copyOf(members));
    }

    private static @Nullable JsonNode value(JsonNode change, String name) {
        var value = change.path(name);
        return value.isNull() || value.isMissingNode() ? null : value;
    }
}
