package io.rollbook.audit.history.moment;

import java.time.Instant;

/** What somebody asks for: the state after an event, by its number or by a time. */
public sealed interface Moment {

    /** After the last event in the log. */
    record Now() implements Moment {}

    /** After the last event that was stored no later. */
    record At(Instant instant) implements Moment {}

    /** After the event with the number; 0 is before the first. */
    record Numbered(long number) implements Moment {}
}
