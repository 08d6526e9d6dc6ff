package io.rollbook.projections.feed;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;

/**
 * How the feed is doing. It is ready once it has applied everything that was on its partitions when
 * it took them, and stays so while Kafka is away: what was applied can be served. A batch that
 * cannot be applied makes it unready until it can. Thread-safe.
 */
public final class FeedState {

    private static final Logger LOG = LoggerFactory.getLogger(FeedState.class);

    private volatile boolean caughtUp;
    private volatile String phase = "The projections have not asked Kafka for events yet.";
    private volatile @Nullable String trouble;
    private volatile long lag;

    /** Still on the way to what was there at the start. */
    void catchingUp(String sentence) {
        phase = sentence;
    }

    void caughtUp() {
        if (!caughtUp) {
            caughtUp = true;
            LOG.info("The projections have caught up with the directory's events.");
        }
    }

    /** Nothing can be applied for now. */
    void stopped(String sentence) {
        if (!sentence.equals(trouble)) {
            trouble = sentence;
            LOG.error("The projections have stopped and will try again: {}", sentence);
        }
    }

    void goingOn() {
        if (trouble != null) {
            trouble = null;
            LOG.info("The projections go on.");
        }
    }

    void lag(long events) {
        lag = events;
    }

    boolean isCaughtUp() {
        return caughtUp;
    }

    /** How many events are on the topic that are not applied yet, as far as known. */
    public long lag() {
        return lag;
    }

    /** Empty when reads may be served, otherwise a sentence. */
    public Optional<String> notReadyBecause() {
        var reason = trouble;
        if (reason != null) {
            return Optional.of(reason);
        }
        return caughtUp ? Optional.empty() : Optional.of(phase);
    }
}
