/**
 * Applies batches of events, each in one transaction together with how far it came. May drop what
 * is applied already; may never skip.
 */
@NullMarked
package io.rollbook.projections.apply;

import org.jspecify.annotations.NullMarked;
