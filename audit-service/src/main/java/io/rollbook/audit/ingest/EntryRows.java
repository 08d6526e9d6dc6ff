package io.rollbook.audit.ingest;

import io.rollbook.audit.document.StorableText;
import io.rollbook.audit.entry.ErrorCode;
import io.rollbook.audit.entry.Ignored;
import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.audit.entry.Meaning;
import io.rollbook.audit.entry.MemberChange;
import io.rollbook.audit.ingest.Subjects.Names;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** The rows that one event adds. */
public final class EntryRows {

    /** Of the table {@code entry}, in the order of {@link #entry}. */
    public static final Columns ENTRY =
            Columns.of(
                    "entry",
                    """
                    tenant text, position bigint, id text, request_key text,
                    recorded_at timestamptz, received_at timestamptz, status text, action text,
                    restored boolean, actor_kind text, actor_id text, actor_name text,
                    token_id text, target_type text, target_id text, source_id text,
                    subject_name text, user_name text, request_id text, operation integer,
                    caused_by text, http_status integer, scim_type text, detail text,
                    error_code text, cycle_id text, ignored text[]
                    """);

    /** Of the table {@code entry_event}, in the order of {@link #event}. */
    public static final Columns EVENT =
            Columns.of(
                    "entry_event",
                    """
                    tenant text, topic text, number bigint, position bigint,
                    entry_position bigint, id text, type text, version bigint,
                    recorded_at timestamptz, published_at timestamptz, logged_at timestamptz,
                    changes integer, joined integer, departed integer, characters integer,
                    document text
                    """);

    /**
     * In UTF-16 units. An index of PostgreSQL takes no more than about 2,700 bytes, and one row
     * that does not fit would stop the whole log; the document has every value whole.
     */
    private static final int LONGEST_KEY = 500;

    private EntryRows() {}

    /**
     * @param names what the target is called after the event
     * @param actor what the actor is called
     */
    public static @Nullable Object[] entry(
            LoggedEvent event, Names names, Names actor, @Nullable String cycle) {
        var envelope = event.envelope();
        var meaning = event.meaning();
        var cause = event.cause();
        var target = meaning.target();
        var refusal = meaning.refusal();
        return new @Nullable Object[] {
            envelope.tenantId(),
            envelope.position(),
            envelope.id(),
            event.requestKey(),
            time(envelope.time()),
            time(cause.receivedAt()),
            meaning.status().label(),
            meaning.action().label(),
            meaning.restored(),
            cause.actor().kind().name().toLowerCase(Locale.ROOT),
            cause.actor().id(),
            key(actor.name()),
            cause.actor().tokenId(),
            StorableText.orNull(target.type()),
            key(StorableText.orNull(target.id())),
            key(either(names.externalId(), target.attemptedExternalId())),
            key(either(names.best(), target.attemptedName())),
            key(names.userName()),
            cause.requestId(),
            cause.operation(),
            cause.causedBy(),
            refusal == null ? null : refusal.httpStatus(),
            refusal == null ? null : refusal.scimType(),
            refusal == null ? null : StorableText.of(refusal.detail()),
            errorCode(meaning),
            cycle,
            meaning.ignored().isEmpty() ? null : meaning.ignored().toArray(String[]::new)
        };
    }

    private static @Nullable String errorCode(Meaning meaning) {
        var refusal = meaning.refusal();
        if (refusal != null) {
            return ErrorCode.of(refusal, meaning.target()).label();
        }
        return meaning.ignored().isEmpty() ? null : Ignored.CODE.label();
    }

    /** What a column that is searched holds of a text: its beginning, no character cut in two. */
    private static @Nullable String key(@Nullable String text) {
        if (text == null || text.length() <= LONGEST_KEY) {
            return text;
        }
        boolean cut = Character.isHighSurrogate(text.charAt(LONGEST_KEY - 1));
        return text.substring(0, cut ? LONGEST_KEY - 1 : LONGEST_KEY);
    }

    /** What the directory calls it comes before what a request called it. */
    private static @Nullable String either(@Nullable String known, @Nullable String attempted) {
        return known != null ? known : StorableText.orNull(attempted);
    }

    /**
     * @param document of the event
     */
    public static @Nullable Object[] event(
            LoggedEvent event, String document, long entryPosition, OffsetDateTime loggedAt) {
        var envelope = event.envelope();
        var members = event.meaning().members();
        long joined = members.stream().filter(MemberChange::joined).count();
        return new @Nullable Object[] {
            envelope.tenantId(),
            envelope.type().topic(),
            envelope.sequence(),
            envelope.position(),
            entryPosition,
            envelope.id(),
            envelope.type().wireName(),
            event.meaning().version(),
            time(envelope.time()),
            event.publishedAt() == null ? null : time(event.publishedAt()),
            loggedAt,
            event.meaning().told(),
            joined,
            members.size() - joined,
            document.length(),
            document
        };
    }

    /** PostgreSQL rounds to microseconds; cut here, the same instant is always the same row. */
    public static OffsetDateTime time(Instant instant) {
        return micros(instant).atOffset(ZoneOffset.UTC);
    }

    static Instant micros(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS);
    }
}
