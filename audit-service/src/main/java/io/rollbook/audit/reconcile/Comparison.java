package io.rollbook.audit.reconcile;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/**
 * One stream in one round. What the store has now may still be under way; what it had one round ago
 * must have arrived.
 *
 * @param before as the last round left it
 * @param storedNow how many events the store has by now
 * @param number the last one that the relay says it gave; null when that is not known
 * @param onTopic up to which number the topic has no gap by now
 * @param log compared with {@code before}
 */
record Comparison(
        Counted before, long storedNow, @Nullable Long number, long onTopic, LogFacts log) {

    Optional<Difference> difference() {
        boolean wrongNumbers =
                number == null ? before.open() == Difference.NUMBERS : number != storedNow;
        if (wrongNumbers) {
            return Optional.of(Difference.NUMBERS);
        }
        if (onTopic < before.stored()) {
            return Optional.of(Difference.TOPIC);
        }
        if (log.applied() < before.stored()) {
            return Optional.of(Difference.LOG_BEHIND);
        }
        if (!log.isComplete()) {
            return Optional.of(Difference.LOG_LACKS);
        }
        return log.inPlace() ? Optional.empty() : Optional.of(Difference.LOG_OTHER);
    }

    /** Up to where the log's rows need not be counted again. */
    long inLog() {
        return log.isComplete() && log.applied() >= before.stored()
                ? before.stored()
                : before.inLog();
    }
}
