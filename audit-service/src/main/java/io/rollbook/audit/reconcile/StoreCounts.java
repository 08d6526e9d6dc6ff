package io.rollbook.audit.reconcile;

import io.rollbook.scim.seam.Unavailable;

import org.jspecify.annotations.Nullable;

import java.util.List;

/** What the write side says of its own events. */
@FunctionalInterface
public interface StoreCounts {

    /**
     * The events after one index of the store up to another.
     *
     * @param position the second index
     * @param whole whether it is the last that was published; else there are more
     */
    record Window(long position, boolean whole, List<Count> counts) {

        public Window {
            counts = List.copyOf(counts);
        }
    }

    /**
     * @param number the last one that was given on the topic; null when the window is not whole
     */
    record Count(String tenant, String topic, long events, @Nullable Long number) {}

    /**
     * @throws Unavailable when there is no answer
     */
    Window after(long position);
}
