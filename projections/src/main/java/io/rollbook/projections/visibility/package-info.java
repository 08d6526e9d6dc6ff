/**
 * Answers whether reads show a written version yet, whichever instance applied it. May not delay
 * the feed: it is told after the commit.
 */
@NullMarked
package io.rollbook.projections.visibility;

import org.jspecify.annotations.NullMarked;
