package io.rollbook.contract;

/**
 * A replay repeats the directory's events, from the first on and with the ids and numbers that they
 * have, on a topic of its own. Its last record on each partition says that it is complete.
 */
public final class Replays {

    /** What the name of a replay's topic begins with; the rest is the asker's. */
    public static final String TOPIC_PREFIX = "rollbook.directory.replay.";

    /**
     * The {@code ce_type} of the last record on each partition. Its payload is the number of events
     * on all partitions, {@code events}, and the store's index that they end with, {@code
     * position}.
     */
    public static final String FINISHED = "io.rollbook.replay.finished";

    private Replays() {}
}
