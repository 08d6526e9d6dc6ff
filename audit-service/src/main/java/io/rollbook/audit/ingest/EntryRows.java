package io.rollbook.audit.ingest;

import io.rollbook.audit.entry.LoggedEvent;
import io.rollbook.audit.entry.MemberChange;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** The rows that one event adds, in the order of the columns in {@link EntryWriter}. */
final class EntryRows {

    private EntryRows() {}

    static @Nullable Object[] entry(LoggedEvent event) {
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
            cause.actor().tokenId(),
            StorableText.of(target.type()),
            StorableText.of(target.id()),
            StorableText.of(target.attemptedExternalId()),
            StorableText.of(target.attemptedName()),
            cause.requestId(),
            cause.operation(),
            cause.causedBy(),
            refusal == null ? null : refusal.httpStatus(),
            refusal == null ? null : refusal.scimType(),
            refusal == null ? null : StorableText.of(refusal.detail())
        };
    }

    static @Nullable Object[] event(LoggedEvent event, long entryPosition) {
        var envelope = event.envelope();
        long joined = event.meaning().members().stream().filter(MemberChange::joined).count();
        return new @Nullable Object[] {
            envelope.tenantId(),
            entryPosition,
            envelope.sequence(),
            envelope.type().topic(),
            envelope.id(),
            envelope.type().wireName(),
            event.meaning().version(),
            time(envelope.time()),
            joined,
            event.meaning().members().size() - joined
        };
    }

    static List<@Nullable Object[]> changes(LoggedEvent event, long entryPosition) {
        var changes = event.meaning().changes();
        return IntStream.range(0, changes.size())
                .mapToObj(
                        ordinal ->
                                new @Nullable Object[] {
                                    event.envelope().tenantId(),
                                    entryPosition,
                                    event.envelope().sequence(),
                                    ordinal,
                                    event.meaning().target().id(),
                                    changes.get(ordinal).path(),
                                    StorableText.json(changes.get(ordinal).oldValue()),
                                    StorableText.json(changes.get(ordinal).newValue())
                                })
                .toList();
    }

    static List<@Nullable Object[]> members(LoggedEvent event, long entryPosition) {
        var members = event.meaning().members();
        return IntStream.range(0, members.size())
                .mapToObj(
                        ordinal ->
                                new @Nullable Object[] {
                                    event.envelope().tenantId(),
                                    entryPosition,
                                    event.envelope().sequence(),
                                    ordinal,
                                    members.get(ordinal).id(),
                                    members.get(ordinal).type(),
                                    members.get(ordinal).joined()
                                })
                .toList();
    }

    /** PostgreSQL rounds to microseconds; cut here, the same instant is always the same row. */
    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
