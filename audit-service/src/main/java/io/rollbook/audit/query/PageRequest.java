package io.rollbook.audit.query;

import org.jspecify.annotations.Nullable;

/**
 * @param after the id of the last entry of the page before; null for the first page
 */
record PageRequest(EntryFilter filter, int count, @Nullable String after) {}
