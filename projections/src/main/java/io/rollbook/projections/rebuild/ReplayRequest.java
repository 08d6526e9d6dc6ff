package io.rollbook.projections.rebuild;

/** Asks the write side to publish the whole directory once more. */
@FunctionalInterface
public interface ReplayRequest {

    /**
     * Makes the topic and fills it with all events from the first on, with the numbers that they
     * had, and on each partition a last record of type {@link
     * io.rollbook.contract.Replays#FINISHED}. May return before it is full.
     *
     * @throws RebuildFailure when the write side refuses
     */
    void replayTo(String topic);
}
