package io.rollbook.contract;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * Why an event happened. All events of one write request share request id and operation.
 *
 * @param requestId the request, unique
 * @param operation the position within a bulk request, 0 otherwise
 * @param receivedAt when the request arrived
 * @param causedBy the id of the event that this one reacts to, if it is a reaction
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Cause(
        String requestId,
        int operation,
        Actor actor,
        Instant receivedAt,
        @Nullable String causedBy) {}
