/**
 * How long a tenant's entries are kept, who holds them, and the records of what was deleted. May
 * not delete anything itself.
 */
@NullMarked
package io.rollbook.audit.integrity.retention;

import org.jspecify.annotations.NullMarked;
