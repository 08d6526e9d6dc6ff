package io.rollbook.audit.entry;

import io.rollbook.contract.AttemptEvent;
import io.rollbook.contract.AttributeChange;
import io.rollbook.contract.Cause;
import io.rollbook.contract.EventEnvelope;
import io.rollbook.contract.PublishedEvent;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * One published event as the log takes it.
 *
 * @param requestKey the same for all events of one entry, and only for those
 * @param publishedAt as the topic says; null when it does not
 */
public record LoggedEvent(
        EventEnvelope envelope,
        PublishedEvent event,
        String requestKey,
        Meaning meaning,
        @Nullable Instant publishedAt) {

    public static LoggedEvent of(
            EventEnvelope envelope, PublishedEvent event, @Nullable Instant publishedAt) {
        var meaning = Interpretation.of(event).ignoring(event.cause().ignored());
        return new LoggedEvent(
                envelope,
                event,
                requestKey(envelope, event, meaning.target()),
                meaning,
                publishedAt);
    }

    /** The same event, of which more is known than it says itself. */
    public LoggedEvent telling(List<AttributeChange> changes) {
        return new LoggedEvent(envelope, event, requestKey, meaning.telling(changes), publishedAt);
    }

    /** Who asked for it, and with which request. */
    public Cause cause() {
        return event.cause();
    }

    /**
     * All changes of one operation are one entry. A reaction shares the request of what it reacts
     * to, but is an entry of its own for each target. An attempt is always an entry of its own: a
     * request that was both carried out and refused would be a fault, and must show as two.
     */
    private static String requestKey(EventEnvelope envelope, PublishedEvent event, Target target) {
        if (event instanceof AttemptEvent) {
            return "attempt/" + envelope.id();
        }
        var cause = event.cause();
        var operation = "request/" + cause.requestId() + "/" + cause.operation();
        return cause.causedBy() == null
                ? operation
                : operation + "/" + cause.causedBy() + "/" + target.id();
    }
}
