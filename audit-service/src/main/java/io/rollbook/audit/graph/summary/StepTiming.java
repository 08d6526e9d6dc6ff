package io.rollbook.audit.graph.summary;

import io.rollbook.audit.read.Entry;
import io.rollbook.audit.read.WayTimes;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Map;

/**
 * From when to when a request was in each step, as its event tells. A name is found to be free
 * where it is entered into the register, after it was decided what is to happen: the time of that
 * step is later than that of the next.
 */
final class StepTiming {

    private final @Nullable WayTimes times;
    private final boolean creates;

    /**
     * @param creates whether its object is matched by its name, not by its id
     */
    StepTiming(Entry entry, boolean creates) {
        this.times = entry.times().orElse(null);
        this.creates = creates;
    }

    /** Adds what is known of the step to its details. */
    void addTo(Map<String, String> details, Step.Type type) {
        if (times != null) {
            add(details, begin(times, type), end(times, type));
        }
    }

    /** The same of the step that refused the request: from where it had come to until then. */
    void addRefusalTo(Map<String, String> details) {
        if (times != null) {
            add(details, last(times), times.stored());
        }
    }

    /** Whether the object had been matched, or nobody knows. */
    boolean mayHaveMatched() {
        return times == null || end(times, Step.Type.MATCHING) != null;
    }

    private @Nullable Instant begin(WayTimes way, Step.Type type) {
        return switch (type) {
            case IMPORT -> way.received();
            case SCOPING -> way.admitted();
            case MATCHING -> creates ? later(way.decided(), way.resolved()) : way.begun();
            case PROCESSING -> later(way.begun(), way.loaded());
            case REFERENCE_RESOLUTION -> way.decided();
            case EXPORT -> last(way);
        };
    }

    private @Nullable Instant end(WayTimes way, Step.Type type) {
        return switch (type) {
            case IMPORT -> way.admitted();
            case SCOPING -> way.begun();
            case MATCHING -> creates ? way.registered() : way.loaded();
            case PROCESSING -> way.decided();
            case REFERENCE_RESOLUTION -> way.resolved();
            case EXPORT -> way.stored();
        };
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant next) {
        return next == null ? one : next;
    }

    /** Where it had come to before it was stored. */
    private static @Nullable Instant last(WayTimes way) {
        return later(
                later(later(way.admitted(), way.begun()), later(way.loaded(), way.decided())),
                later(way.resolved(), way.registered()));
    }

    private static void add(
            Map<String, String> details, @Nullable Instant begin, @Nullable Instant end) {
        if (begin != null && end != null) {
            details.put("StartDateTime", begin.toString());
            details.put("EndDateTime", end.toString());
        }
    }
}
