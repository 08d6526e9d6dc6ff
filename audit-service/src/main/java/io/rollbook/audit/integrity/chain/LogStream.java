package io.rollbook.audit.integrity.chain;

import io.rollbook.contract.Topics;

import java.util.Locale;
import java.util.Optional;

/** The parts of a tenant's log that are numbered, chained and proved each by itself. */
public enum LogStream {
    /** What changed; numbered as the topic of changes. */
    DIRECTORY,
    /** What was refused or had no effect; numbered as the topic of attempts. */
    ATTEMPTS,
    /** What was done with the log itself. */
    CUSTODY;

    /** As it is stored, exported and signed. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whose events make it; custody is made of none. */
    public String topic() {
        return switch (this) {
            case DIRECTORY -> Topics.DIRECTORY;
            case ATTEMPTS -> Topics.ATTEMPTS;
            case CUSTODY -> throw new IllegalStateException("custody is not made from a topic");
        };
    }

    /** Empty when there is none of the name. */
    public static Optional<LogStream> ofLabel(String label) {
        for (var stream : values()) {
            if (stream.label().equals(label)) {
                return Optional.of(stream);
            }
        }
        return Optional.empty();
    }

    /** The one that a topic's events make. */
    public static LogStream ofTopic(String topic) {
        return switch (topic) {
            case Topics.DIRECTORY -> DIRECTORY;
            case Topics.ATTEMPTS -> ATTEMPTS;
            default -> throw new IllegalArgumentException("No stream is made from " + topic);
        };
    }
}
