package io.rollbook.provisioning.course;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One request on its way. Whoever carries out a part of it notes what only is known there; where no
 * request is followed, as in reactions, a note is nothing. One thread's own.
 */
public final class Course {

    private static final ScopedValue<Course> CURRENT = ScopedValue.newInstance();

    private final InstantSource clock;
    private final Instant receivedAt;
    private final Times times = new Times();
    private Supplier<Wanted> wanted = () -> Wanted.NOTHING;

    private Course(InstantSource clock, Instant receivedAt) {
        this.clock = clock;
        this.receivedAt = receivedAt;
    }

    /**
     * Follows a request from its begin to its end.
     *
     * @param receivedAt when the gateway had it
     * @param admittedAt when the gateway handed it on, if it says so
     */
    public static <T> T follow(
            InstantSource clock,
            Instant receivedAt,
            @Nullable Instant admittedAt,
            Function<Course, T> request) {
        var course = new Course(clock, receivedAt);
        if (admittedAt != null) {
            course.times.reached(Step.ADMITTED, receivedAt, admittedAt);
        }
        course.note(Step.BEGUN);
        return ScopedValue.where(CURRENT, course).call(() -> request.apply(course));
    }

    /**
     * Notes what the request wants. It is asked only when the request is refused; the last note
     * counts, as it knows most.
     */
    public static void wants(Supplier<Wanted> wanted) {
        if (CURRENT.isBound()) {
            CURRENT.get().wanted = wanted;
        }
    }

    /** Notes that the request has come so far. */
    public static void reached(Step step) {
        if (CURRENT.isBound()) {
            CURRENT.get().note(step);
        }
    }

    /** The times of the request that is followed, of which events are being written. */
    public static Optional<Times> storing() {
        reached(Step.STORED);
        return CURRENT.isBound() ? Optional.of(CURRENT.get().times) : Optional.empty();
    }

    private void note(Step step) {
        times.reached(step, receivedAt, clock.instant());
    }

    /** As far as the request was understood. */
    public Wanted wanted() {
        return wanted.get();
    }
}
