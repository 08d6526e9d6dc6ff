package io.rollbook.audit.read;

import org.jspecify.annotations.Nullable;

/**
 * @param after the id of the last entry of the page before; null for the first page
 */
public record PageRequest(EntryFilter filter, int count, @Nullable String after) {}
