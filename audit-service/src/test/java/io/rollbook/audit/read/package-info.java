/** Entries out of the tables. */
@NullMarked
package io.rollbook.audit.read;

import org.jspecify.annotations.NullMarked;
