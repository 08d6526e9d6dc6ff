/** The log as a whole. */
@NullMarked
package io.rollbook.audit;

import org.jspecify.annotations.NullMarked;
