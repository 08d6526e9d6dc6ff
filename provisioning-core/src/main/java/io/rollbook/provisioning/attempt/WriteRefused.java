package io.rollbook.provisioning.attempt;

import org.jspecify.annotations.Nullable;

/**
 * A write request was refused and changed nothing.
 *
 * @param status the HTTP status that was answered
 * @param scimType the detail error keyword, where there is one
 * @param detail the sentence that was answered
 */
public record WriteRefused(Attempt attempt, int status, @Nullable String scimType, String detail)
        implements AttemptEvent {}
