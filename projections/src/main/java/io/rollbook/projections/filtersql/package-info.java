/**
 * Filters as SQL conditions on the row {@code r}: every operand and every attribute's name is a
 * bound argument. May not run anything.
 */
@NullMarked
package io.rollbook.projections.filtersql;

import org.jspecify.annotations.NullMarked;
