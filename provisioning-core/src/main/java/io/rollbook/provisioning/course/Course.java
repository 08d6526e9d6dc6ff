package io.rollbook.provisioning.course;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One request on its way. Whoever carries out a part of it notes what only is known there; where no
 * request is followed, as in reactions, a note is nothing. One thread's own.
 */
public final class Course {

    private static final ScopedValue<Course> CURRENT = ScopedValue.newInstance();

    private Supplier<Wanted> wanted = () -> Wanted.NOTHING;

    private Course() {}

    /** Follows a request from its begin to its end. */
    public static <T> T follow(Function<Course, T> request) {
        var course = new Course();
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

    /** As far as the request was understood. */
    public Wanted wanted() {
        return wanted.get();
    }
}
