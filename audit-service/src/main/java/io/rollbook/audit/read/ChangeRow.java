package io.rollbook.audit.read;

import org.jspecify.annotations.Nullable;

/** One attribute before and after, as JSON text; null when it had or has no value. */
public record ChangeRow(
        long entryPosition, String path, @Nullable String oldValue, @Nullable String newValue) {}
