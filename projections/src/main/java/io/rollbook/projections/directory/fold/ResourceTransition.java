package io.rollbook.projections.directory.fold;

import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row.
 *
 * @param before null when there is no row
 * @param after null when there is none any more
 */
public record ResourceTransition(
        String id, @Nullable ResourceState before, @Nullable ResourceState after) {

    /** How many rows more there are: 1, 0 or -1. */
    public int growth() {
        return (after == null ? 0 : 1) - (before == null ? 0 : 1);
    }
}
