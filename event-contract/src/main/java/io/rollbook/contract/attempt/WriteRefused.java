package io.rollbook.contract.attempt;

import com.fasterxml.jackson.annotation.JsonInclude;

import io.rollbook.contract.AttemptEvent;
import io.rollbook.contract.Cause;

import org.jspecify.annotations.Nullable;

/**
 * A write request was refused and changed nothing.
 *
 * @param status the HTTP status that was answered
 * @param scimType the detail error keyword, where there is one
 * @param detail the sentence that was answered
 * @param wanted what the request would have changed, as far as it was understood; absent where it
 *     was not, and in events from before this member
 */
public record WriteRefused(
        Attempt attempt,
        int status,
        @Nullable String scimType,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Wanted wanted,
        Cause cause)
        implements AttemptEvent {

    /** Of a request of which no change was understood. */
    public WriteRefused(
            Attempt attempt, int status, @Nullable String scimType, String detail, Cause cause) {
        this(attempt, status, scimType, detail, null, cause);
    }
}
