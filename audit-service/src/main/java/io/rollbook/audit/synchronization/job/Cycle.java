package io.rollbook.audit.synchronization.job;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;

/**
 * A connection's requests without a longer pause between them.
 *
 * @param initial nothing had been accepted from the connection in an earlier cycle
 * @param lastAt when the last of them was received
 */
public record Cycle(String id, boolean initial, Instant beganAt, Instant lastAt, Tally tally) {

    /** What a cycle came to. */
    public enum State {
        SUCCEEDED("Succeeded"),
        ENTRY_LEVEL_ERRORS("EntryLevelErrors"),
        FAILED("Failed");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** As Graph spells it. */
        public String label() {
            return label;
        }
    }

    /** A cycle that begins with a request. */
    public static Cycle of(Write first, String id, boolean initial) {
        return new Cycle(id, initial, first.at(), first.at(), Tally.NONE.with(first));
    }

    /** The same cycle after one more of its requests. */
    public Cycle with(Write write) {
        var first = write.at().isBefore(beganAt) ? write.at() : beganAt;
        var last = write.at().isAfter(lastAt) ? write.at() : lastAt;
        return new Cycle(id, initial, first, last, tally.with(write));
    }

    /** Whether a request of that time belongs to it. */
    public boolean reaches(Instant at, Duration gap) {
        return !at.isAfter(lastAt.plus(gap)) && !at.isBefore(beganAt.minus(gap));
    }

    /** From when on nothing more can belong to it. */
    Instant endsAfter(Duration gap) {
        return lastAt.plus(gap);
    }

    public State state() {
        if (tally.failures() == 0) {
            return State.SUCCEEDED;
        }
        return tally.accepted() == 0 ? State.FAILED : State.ENTRY_LEVEL_ERRORS;
    }

    /** Whether it was this cycle. */
    boolean is(@Nullable String cycle) {
        return id.equals(cycle);
    }
}
