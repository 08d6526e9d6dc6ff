/**
 * Which event an instant means. May only read, and gives the same answer to the same number for
 * ever.
 */
@NullMarked
package io.rollbook.audit.history.moment;

import org.jspecify.annotations.NullMarked;
