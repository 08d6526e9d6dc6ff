/**
 * The tables that a rebuild fills, their exchange with those that serve, and sums by which two sets
 * of rows are compared. May not know where rows come from.
 */
@NullMarked
package io.rollbook.projections.rebuild.tables;

import org.jspecify.annotations.NullMarked;
