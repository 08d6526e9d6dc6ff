package io.rollbook.contract.attempt;

import io.rollbook.contract.AttemptEvent;
import io.rollbook.contract.Cause;

import org.jspecify.annotations.Nullable;

/**
 * A write request was refused and changed nothing.
 *
 * @param status the HTTP status that was answered
 * @param scimType the detail error keyword, where there is one
 * @param detail the sentence that was answered
 */
public record WriteRefused(
        Attempt attempt, int status, @Nullable String scimType, String detail, Cause cause)
        implements AttemptEvent {}
