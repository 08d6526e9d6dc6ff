package io.rollbook.audit.notification.delivery;

import io.rollbook.audit.notification.Notice;

/** One way to somebody. Thread-safe. */
public interface Channel {

    /** What came of an attempt. */
    sealed interface Result {

        /** It is there. */
        record Delivered() implements Result {}

        /**
         * It may get there later.
         *
         * @param problem without anybody's address
         */
        record Failed(String problem) implements Result {}

        /** It will never get there. */
        record Refused(String problem) implements Result {}
    }

    /**
     * Sends within seconds, or fails.
     *
     * @param body the notice as JSON
     */
    Result send(String target, Notice notice, String body);
}
