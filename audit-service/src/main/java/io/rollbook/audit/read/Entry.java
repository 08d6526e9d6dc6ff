package io.rollbook.audit.read;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One entry as it is shown.
 *
 * @param events all of them, in order
 * @param told what their documents tell, in order; of an entry with more members than were asked
 *     for, the documents with the first of them and those with changes
 */
public record Entry(EntryRow head, List<EventRow> events, List<Told> told) {

    /** From the request's arrival until its last event was stored. */
    public Duration duration() {
        var last = storedAt();
        var stored = times().map(WayTimes::stored).filter(last::isBefore).orElse(last);
        return Duration.between(head.receivedAt(), stored);
    }

    /** When the request came to its steps, as far as that is known. */
    public Optional<WayTimes> times() {
        return told.stream().map(Told::times).filter(Objects::nonNull).findFirst();
    }

    /** When the last event was stored. */
    public Instant storedAt() {
        return events.getLast().recordedAt();
    }

    public List<Told.Change> changes() {
        return told.stream().flatMap(event -> event.changes().stream()).toList();
    }

    /** What a refused request would have changed, as far as it was understood. */
    public Optional<Told.Wanted> wanted() {
        return told.stream().map(Told::wanted).filter(Objects::nonNull).findFirst();
    }

    /** The first members, in order. */
    public List<MemberRow> members(int most) {
        return told.stream().flatMap(event -> event.members().stream()).limit(most).toList();
    }

    public int membersAdded() {
        return events.stream().mapToInt(EventRow::joined).sum();
    }

    public int membersRemoved() {
        return events.stream().mapToInt(EventRow::departed).sum();
    }
}
