package io.rollbook.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/**
 * Why an event happened. All events of one write request share request id and operation.
 *
 * @param requestId the request, unique
 * @param operation the position within a bulk request, 0 otherwise
 * @param receivedAt when the request arrived
 * @param causedBy the id of the event that this one reacts to, if it is a reaction
 * @param ignored names of attributes that the request had and that were not taken over, the first
 *     few; absent when there are none
 * @param times when the request came to its steps; absent where nobody sent one, and in events from
 *     before this member
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Cause(
        String requestId,
        int operation,
        Actor actor,
        Instant receivedAt,
        @Nullable String causedBy,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> ignored,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable StepTimes times) {

    public Cause {
        // Events from before this member do not have it.
        ignored = ignored == null ? List.of() : List.copyOf(ignored);
    }

    /** Of a request of which no times are known. */
    public Cause(
            String requestId,
            int operation,
            Actor actor,
            Instant receivedAt,
            @Nullable String causedBy,
            List<String> ignored) {
        this(requestId, operation, actor, receivedAt, causedBy, ignored, null);
    }

    /** Of a request of which everything was taken over. */
    public Cause(
            String requestId,
            int operation,
            Actor actor,
            Instant receivedAt,
            @Nullable String causedBy) {
        this(requestId, operation, actor, receivedAt, causedBy, List.of());
    }
}
