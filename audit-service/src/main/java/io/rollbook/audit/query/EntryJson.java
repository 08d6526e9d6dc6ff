package io.rollbook.audit.query;

import io.rollbook.audit.entry.Ignored;
import io.rollbook.audit.read.Entry;
import io.rollbook.audit.read.EntryLog;
import io.rollbook.audit.read.EntryRow;
import io.rollbook.audit.read.EventRow;
import io.rollbook.audit.read.MemberCursor;
import io.rollbook.audit.read.MemberRow;
import io.rollbook.audit.read.Told;
import io.rollbook.audit.read.WayTimes;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.List;

/** Entries as JSON; absent is what has no value. */
final class EntryJson implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final JsonGenerator json = JSON.createGenerator(bytes);

    private EntryJson() {}

    static byte[] page(EntryLog.Page page) {
        try (var writer = new EntryJson()) {
            writer.json.writeStartObject();
            writer.json.writeArrayPropertyStart("entries");
            page.entries().forEach(writer::entry);
            writer.json.writeEndArray();
            if (page.more()) {
                writer.text("next", page.entries().getLast().head().id());
            }
            writer.json.writeEndObject();
            return writer.toBytes();
        }
    }

    static byte[] one(Entry entry) {
        try (var writer = new EntryJson()) {
            writer.entry(entry);
            return writer.toBytes();
        }
    }

    static byte[] members(EntryLog.MemberPage page) {
        try (var writer = new EntryJson()) {
            writer.json.writeStartObject();
            writer.members(page.members(), page.more());
            writer.json.writeEndObject();
            return writer.toBytes();
        }
    }

    private byte[] toBytes() {
        json.flush();
        return bytes.toByteArray();
    }

    private void entry(Entry entry) {
        var head = entry.head();
        json.writeStartObject();
        text("id", head.id());
        text("recordedAt", head.recordedAt().toString());
        text("receivedAt", head.receivedAt().toString());
        json.writeNumberProperty("durationMillis", entry.duration().toMillis());
        text("status", head.status());
        text("action", head.action());
        if (head.restored()) {
            json.writeBooleanProperty("restored", true);
        }
        actor(head.actor());
        target(head.target());
        text("requestId", head.requestId());
        json.writeNumberProperty("operation", head.operation());
        text("causedBy", head.causedBy());
        entry.times().ifPresent(this::times);
        refusal(head.refusal());
        warning(head.ignored());
        events(entry.events());
        changes(entry.changes());
        entry.wanted().ifPresent(this::wanted);
        membership(entry);
        json.writeEndObject();
    }

    private void actor(EntryRow.ActorView actor) {
        json.writeObjectPropertyStart("actor");
        text("kind", actor.kind());
        text("id", actor.id());
        text("name", actor.name());
        text("tokenId", actor.tokenId());
        json.writeEndObject();
    }

    private void target(EntryRow.TargetView target) {
        json.writeObjectPropertyStart("target");
        text("type", target.type());
        text("id", target.id());
        text("externalId", target.externalId());
        text("name", target.name());
        json.writeEndObject();
    }

    private void refusal(EntryRow.@Nullable RefusalView refusal) {
        if (refusal != null) {
            json.writeObjectPropertyStart("refusal");
            json.writeNumberProperty("httpStatus", refusal.httpStatus());
            text("scimType", refusal.scimType());
            text("detail", refusal.detail());
            json.writeEndObject();
        }
    }

    private void warning(@Nullable Ignored ignored) {
        if (ignored != null) {
            json.writeObjectPropertyStart("warning");
            text("reason", ignored.reason());
            text("recommendedAction", Ignored.ADVICE);
            json.writeArrayPropertyStart("ignored");
            ignored.names().forEach(json::writeString);
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private void events(List<EventRow> events) {
        json.writeArrayPropertyStart("events");
        for (var event : events) {
            json.writeStartObject();
            text("id", event.id());
            text("type", event.type());
            text("topic", event.topic());
            json.writeNumberProperty("number", event.number());
            if (event.version() != null) {
                json.writeNumberProperty("version", event.version());
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void times(WayTimes times) {
        json.writeObjectPropertyStart("times");
        time("admitted", times.admitted());
        time("begun", times.begun());
        time("loaded", times.loaded());
        time("decided", times.decided());
        time("resolved", times.resolved());
        time("registered", times.registered());
        time("stored", times.stored());
        json.writeEndObject();
    }

    private void time(String name, @Nullable Instant time) {
        text(name, time == null ? null : time.toString());
    }

    private void wanted(Told.Wanted wanted) {
        json.writeObjectPropertyStart("wanted");
        changes(wanted.changes());
        json.writeNumberProperty("omitted", wanted.omitted());
        json.writeBooleanProperty("compared", wanted.compared());
        json.writeEndObject();
    }

    private void changes(List<Told.Change> changes) {
        json.writeArrayPropertyStart("changes");
        for (var change : changes) {
            json.writeStartObject();
            text("path", change.path());
            value("old", change.oldValue());
            value("new", change.newValue());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void membership(Entry entry) {
        int all = entry.membersAdded() + entry.membersRemoved();
        if (all > 0) {
            json.writeObjectPropertyStart("membership");
            json.writeNumberProperty("added", entry.membersAdded());
            json.writeNumberProperty("removed", entry.membersRemoved());
            var shown = entry.members(EntryLog.MEMBERS_SHOWN);
            members(shown, shown.size() < all);
            json.writeEndObject();
        }
    }

    private void members(List<MemberRow> members, boolean more) {
        json.writeArrayPropertyStart("members");
        for (var member : members) {
            json.writeStartObject();
            text("id", member.id());
            text("type", member.type());
            text("change", member.joined() ? "added" : "removed");
            json.writeEndObject();
        }
        json.writeEndArray();
        if (more) {
            text("next", MemberCursor.after(members.getLast()).text());
        }
    }

    private void value(String name, @Nullable JsonNode value) {
        json.writeName(name);
        if (value == null) {
            json.writeNull();
        } else {
            JSON.writeTree(json, value);
        }
    }

    private void text(String name, @Nullable String value) {
        if (value != null) {
            json.writeStringProperty(name, value);
        }
    }

    @Override
    public void close() {
        json.close();
    }
}
