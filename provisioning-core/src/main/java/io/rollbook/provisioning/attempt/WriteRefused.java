package io.rollbook.provisioning.attempt;

import io.rollbook.provisioning.course.Wanted;

import org.jspecify.annotations.Nullable;

/**
 * A write request was refused and changed nothing.
 *
 * @param status the HTTP status that was answered
 * @param scimType the detail error keyword, where there is one
 * @param detail the sentence that was answered
 * @param wanted what the request would have changed, as far as it was understood; null for nothing
 */
public record WriteRefused(
        Attempt attempt,
        int status,
        @Nullable String scimType,
        String detail,
        @Nullable Wanted wanted)
        implements AttemptEvent {}
