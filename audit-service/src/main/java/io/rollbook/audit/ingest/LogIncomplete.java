package io.rollbook.audit.ingest;

/**
 * Going on would leave a hole in the log. Nothing heals this by itself: the message says what a
 * person has to do.
 */
public final class LogIncomplete extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LogIncomplete(String sentence) {
        super(sentence);
    }

    static LogIncomplete hole(String tenant, String topic, long expected, long found) {
        return new LogIncomplete(
                """
                Event %d of tenant %s is missing on %s: number %d came instead. \
                Restore the topic, or republish it from the event store, and start again.\
                """
                        .formatted(expected, tenant, topic, found));
    }
}
