package io.rollbook.projections.apply;

import java.util.List;

/** Is told of every batch right after its commit, on the feed's thread: must be quick. */
public interface AppliedListener {

    void applied(List<AppliedEvents> batch);

    /** Another instance may apply the events of any tenant from now on. */
    void partitionsChanged();

    /** Tells several, in this order. */
    static AppliedListener all(AppliedListener... listeners) {
        var all = List.of(listeners);
        return new AppliedListener() {
            @Override
            public void applied(List<AppliedEvents> batch) {
                all.forEach(listener -> listener.applied(batch));
            }

            @Override
            public void partitionsChanged() {
                all.forEach(AppliedListener::partitionsChanged);
            }
        };
    }
}
