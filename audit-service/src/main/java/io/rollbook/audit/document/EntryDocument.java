package io.rollbook.audit.document;

import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.audit.entry.Meaning;
import io.rollbook.audit.entry.MemberChange;
import io.rollbook.audit.entry.Refusal;
import io.rollbook.audit.entry.Target;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.Cause;
import io.rollbook.contract.StepTimes;
import io.rollbook.contract.attempt.Wanted;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The document of one event: who, when, with which request, on what, with what outcome, and from
 * what to what. Absent is what has no value. The documents of one entry have the same {@code
 * entry}; those of one tenant and topic are numbered without a gap.
 */
public final class EntryDocument {

    /** Raised when documents of a new form begin; the old ones stay as they are. */
    static final int FORM = 1;

    private static final DateTimeFormatter MICROSECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private EntryDocument() {}

    /** Canonical JSON. */
    public static String of(LoggedEvent event) {
        var document = new LinkedHashMap<String, @Nullable Object>();
        document.put("form", FORM);
        document.put("tenant", event.envelope().tenantId());
        document.put("entry", event.requestKey());
        document.put("event", event(event));
        document.put("cause", cause(event.cause()));
        var meaning = event.meaning();
        document.put("status", meaning.status().label());
        document.put("action", meaning.action().label());
        if (meaning.restored()) {
            document.put("restored", true);
        }
        document.put("target", target(meaning.target()));
        if (meaning.refusal() != null) {
            document.put("refusal", refusal(meaning.refusal()));
        }
        if (!meaning.ignored().isEmpty()) {
            document.put("ignored", meaning.ignored());
        }
        rows(document, meaning);
        return DocumentJson.of(document);
    }

    private static void rows(Map<String, @Nullable Object> document, Meaning meaning) {
        if (!meaning.changes().isEmpty()) {
            document.put("changes", meaning.changes().stream().map(EntryDocument::change).toList());
        }
        if (!meaning.members().isEmpty()) {
            document.put("members", meaning.members().stream().map(EntryDocument::member).toList());
        }
        if (meaning.wanted() != null) {
            document.put("wanted", wanted(meaning.wanted()));
        }
    }

    private static Map<String, Object> event(LoggedEvent logged) {
        var envelope = logged.envelope();
        var event = new LinkedHashMap<String, Object>();
        event.put("id", envelope.id());
        event.put("type", envelope.type().wireName());
        event.put("topic", envelope.type().topic());
        event.put("number", envelope.sequence());
        event.put("position", envelope.position());
        event.put("time", time(envelope.time()));
        put(event, "version", logged.meaning().version());
        return event;
    }

    private static Map<String, Object> cause(Cause origin) {
        var actor = new LinkedHashMap<String, Object>();
        actor.put("kind", origin.actor().kind().name().toLowerCase(Locale.ROOT));
        actor.put("id", origin.actor().id());
        put(actor, "tokenId", origin.actor().tokenId());
        var cause = new LinkedHashMap<String, Object>();
        cause.put("actor", actor);
        cause.put("requestId", origin.requestId());
        cause.put("operation", origin.operation());
        cause.put("receivedAt", time(origin.receivedAt()));
        put(cause, "causedBy", origin.causedBy());
        if (origin.times() != null) {
            cause.put("times", times(origin.times()));
        }
        return cause;
    }

    private static Map<String, Object> times(StepTimes known) {
        var times = new LinkedHashMap<String, Object>();
        put(times, "admitted", known.admitted());
        put(times, "begun", known.begun());
        put(times, "loaded", known.loaded());
        put(times, "decided", known.decided());
        put(times, "resolved", known.resolved());
        put(times, "registered", known.registered());
        put(times, "stored", known.stored());
        return times;
    }

    private static Map<String, Object> target(Target named) {
        var target = new LinkedHashMap<String, Object>();
        put(target, "type", named.type());
        put(target, "id", named.id());
        put(target, "externalId", named.attemptedExternalId());
        put(target, "name", named.attemptedName());
        return target;
    }

    private static Map<String, Object> refusal(Refusal answered) {
        var refusal = new LinkedHashMap<String, Object>();
        refusal.put("httpStatus", answered.httpStatus());
        put(refusal, "scimType", answered.scimType());
        refusal.put("detail", answered.detail());
        return refusal;
    }

    private static Map<String, @Nullable Object> change(AttributeChange changed) {
        var change = new LinkedHashMap<String, @Nullable Object>();
        change.put("path", changed.path());
        change.put("old", changed.oldValue());
        change.put("new", changed.newValue());
        return change;
    }

    private static Map<String, Object> wanted(Wanted refused) {
        var wanted = new LinkedHashMap<String, Object>();
        wanted.put("changes", refused.changes().stream().map(EntryDocument::change).toList());
        wanted.put("omitted", refused.omitted());
        wanted.put("compared", refused.compared());
        return wanted;
    }

    private static Map<String, Object> member(MemberChange changed) {
        var member = new LinkedHashMap<String, Object>();
        member.put("id", changed.id());
        member.put("joined", changed.joined());
        put(member, "type", changed.type());
        return member;
    }

    private static void put(Map<String, Object> members, String name, @Nullable Object value) {
        if (value != null) {
            members.put(name, value);
        }
    }

    /** UTC to the microsecond, which is what PostgreSQL's columns hold; finer digits are cut. */
    static String time(Instant instant) {
        return MICROSECONDS.format(instant);
    }
}
