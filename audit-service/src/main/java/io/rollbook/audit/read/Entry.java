package io.rollbook.audit.read;

import java.time.Duration;
import java.util.List;

/**
 * One entry as it is shown.
 *
 * @param members the first of them only, up to {@value EntryDetails#MEMBERS_SHOWN}
 */
public record Entry(
        EntryRow head, List<EventRow> events, List<ChangeRow> changes, List<MemberRow> members) {

    /** From the request's arrival until its last event was stored. */
    public Duration duration() {
        return Duration.between(head.receivedAt(), events.getLast().recordedAt());
    }

    public int membersAdded() {
        return events.stream().mapToInt(EventRow::membersAdded).sum();
    }

    public int membersRemoved() {
        return events.stream().mapToInt(EventRow::membersRemoved).sum();
    }
}
