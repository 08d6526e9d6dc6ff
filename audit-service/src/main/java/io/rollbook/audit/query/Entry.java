package io.rollbook.audit.query;

import java.time.Duration;
import java.util.List;

/**
 * One entry as it is shown.
 *
 * @param members the first of them only, up to {@link EntryDetails#MEMBERS_SHOWN}
 */
record Entry(
        EntryRow head, List<EventRow> events, List<ChangeRow> changes, List<MemberRow> members) {

    /** From the request's arrival until its last event was stored. */
    Duration duration() {
        return Duration.between(head.receivedAt(), events.getLast().recordedAt());
    }

    int membersAdded() {
        return events.stream().mapToInt(EventRow::membersAdded).sum();
    }

    int membersRemoved() {
        return events.stream().mapToInt(EventRow::membersRemoved).sum();
    }
}
