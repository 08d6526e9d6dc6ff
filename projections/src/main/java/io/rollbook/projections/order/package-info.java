/**
 * In which order resources are listed, and where in that order a page begins: SQL on the row {@code
 * r} with everything from outside as bound arguments. May not run anything.
 */
@NullMarked
package io.rollbook.projections.order;

import org.jspecify.annotations.NullMarked;
