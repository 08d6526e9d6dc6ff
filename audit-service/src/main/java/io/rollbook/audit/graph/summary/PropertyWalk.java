package io.rollbook.audit.graph.summary;

import io.rollbook.audit.read.Entry;
import io.rollbook.audit.read.EntryLog;

import java.util.List;

/** All modified properties of an entry, a bounded number at a time. */
public final class PropertyWalk {

    private final EntryLog log;
    private final String tenant;

    public PropertyWalk(EntryLog log, String tenant) {
        this.log = log;
        this.tenant = tenant;
    }

    /** What is done with each property; it may fail in its own way. */
    @FunctionalInterface
    public interface Visitor<E extends Exception> {
        void visit(ModifiedProperty property) throws E;
    }

    /** How many there were. */
    public <E extends Exception> long each(Entry entry, Visitor<E> visitor) throws E {
        long visited = 0;
        var batch = ModifiedProperty.of(entry);
        int has = entry.events().stream().mapToInt(event -> event.rows()).sum();
        if (batch.size() < has) {
            // The page holds the first members only, and perhaps changes of later events.
            batch = after(entry, new SkipToken(0, -1));
        }
        while (!batch.isEmpty()) {
            for (var property : batch) {
                visitor.visit(property);
                visited++;
            }
            if (visited >= has) {
                break;
            }
            var last = batch.getLast();
            batch = after(entry, new SkipToken(last.number(), last.ordinal()));
        }
        return visited;
    }

    private List<ModifiedProperty> after(Entry entry, SkipToken place) {
        return log
                .entryFrom(tenant, entry.head().id(), place.first(), SummaryJson.PROPERTIES_SHOWN)
                .map(ModifiedProperty::of)
                .orElse(List.of())
                .stream()
                .filter(property -> property.isAfter(place.first(), place.second()))
                .toList();
    }
}
