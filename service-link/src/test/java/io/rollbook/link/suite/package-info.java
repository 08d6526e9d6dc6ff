/** One behaviour of the seam, whichever way its messages travel. */
@NullMarked
package io.rollbook.link.suite;

import org.jspecify.annotations.NullMarked;
