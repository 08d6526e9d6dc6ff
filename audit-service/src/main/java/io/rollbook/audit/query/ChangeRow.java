package io.rollbook.audit.query;

import org.jspecify.annotations.Nullable;

/** One attribute before and after, as JSON text; null when it had or has no value. */
record ChangeRow(
        long entryPosition, String path, @Nullable String oldValue, @Nullable String newValue) {}
