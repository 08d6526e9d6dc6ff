package io.rollbook.provisioning.course;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * When a request came to its steps, in microseconds after the gateway had it. Two machines have two
 * clocks: a time may be a little too early or too late, even before the request.
 */
public final class Times {

    /** The metadata of an event that holds them. */
    public static final String KEY = "times";

    private static final String NONE = "-";

    private final Map<Step, Long> micros = new EnumMap<>(Step.class);

    /** What came after a step before, in a try that failed, did not count. */
    void reached(Step step, Instant receivedAt, Instant now) {
        micros.keySet().removeIf(other -> other.compareTo(step) > 0);
        micros.put(step, ChronoUnit.MICROS.between(receivedAt, now));
    }

    public @Nullable Long at(Step step) {
        return micros.get(step);
    }

    /** One number for each step, in their order. */
    public String text() {
        var numbers = new ArrayList<String>();
        for (var step : Step.values()) {
            var at = micros.get(step);
            numbers.add(at == null ? NONE : at.toString());
        }
        return String.join(" ", numbers);
    }

    /** The inverse of {@link #text()}; steps that were not known then are absent. */
    public static Times parse(String text) {
        var times = new Times();
        var numbers = List.of(text.split(" ")).iterator();
        for (var step : Step.values()) {
            var number = numbers.hasNext() ? numbers.next() : NONE;
            if (!number.equals(NONE)) {
                times.micros.put(step, Long.parseLong(number));
            }
        }
        return times;
    }
}
