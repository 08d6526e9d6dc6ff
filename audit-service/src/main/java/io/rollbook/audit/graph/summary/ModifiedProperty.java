package io.rollbook.audit.graph.summary;

import io.rollbook.audit.read.Entry;
import io.rollbook.audit.read.MemberRow;
import io.rollbook.audit.read.Told;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;

/**
 * One {@code modifiedProperty}: an attribute before and after, or one member that joined or left.
 *
 * @param number of the event that tells it
 * @param ordinal among what that event tells
 */
public record ModifiedProperty(
        long number,
        int ordinal,
        String name,
        @Nullable String oldValue,
        @Nullable String newValue) {

    public boolean isAfter(long otherNumber, long otherOrdinal) {
        return number > otherNumber || (number == otherNumber && ordinal > otherOrdinal);
    }

    /** All that the entry's documents tell, in order; they may tell less than the entry has. */
    public static List<ModifiedProperty> of(Entry entry) {
        var all = new ArrayList<ModifiedProperty>();
        for (var told : entry.told()) {
            int ordinal = 0;
            for (var change : told.changes()) {
                all.add(of(told.number(), ordinal++, change));
            }
            for (var member : told.members()) {
                all.add(of(told.number(), ordinal++, member));
            }
            if (told.wanted() != null) {
                for (var change : told.wanted().changes()) {
                    all.add(of(told.number(), ordinal++, change));
                }
            }
        }
        return all.isEmpty() && entry.head().refusal() != null ? named(entry) : all;
    }

    private static ModifiedProperty of(long number, int ordinal, Told.Change change) {
        return new ModifiedProperty(
                number, ordinal, change.path(), text(change.oldValue()), text(change.newValue()));
    }

    private static ModifiedProperty of(long number, int ordinal, MemberRow member) {
        return new ModifiedProperty(
                number,
                ordinal,
                "members",
                member.joined() ? null : member.id(),
                member.joined() ? member.id() : null);
    }

    /** Of a creation that was not understood: what it is called, as Entra shows it. */
    private static List<ModifiedProperty> named(Entry entry) {
        var wanted = new ArrayList<ModifiedProperty>();
        var target = entry.head().target();
        if (entry.head().action().equals("create") && target.id() == null) {
            if (target.externalId() != null) {
                wanted.add(new ModifiedProperty(0, 0, "externalId", null, target.externalId()));
            }
            if (target.name() != null) {
                var name = "Group".equals(target.type()) ? "displayName" : "userName";
                wanted.add(new ModifiedProperty(0, 1, name, null, target.name()));
            }
        }
        return wanted;
    }

    /** A simple value as Entra writes it, {@code True} for true; anything else as JSON. */
    private static @Nullable String text(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (value.isBoolean()) {
            return value.asBoolean() ? "True" : "False";
        }
        return value.isValueNode() ? value.asString() : value.toString();
    }
}
