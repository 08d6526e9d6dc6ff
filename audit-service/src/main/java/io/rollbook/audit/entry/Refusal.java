package io.rollbook.audit.entry;

import org.jspecify.annotations.Nullable;

/** What was answered to a request that was refused. */
public record Refusal(int httpStatus, @Nullable String scimType, String detail) {}
