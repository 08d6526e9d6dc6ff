/**
 * How long a tenant's entries are kept, and what proves afterwards that only the oldest were
 * deleted. May not delete anything that a hold protects.
 */
@NullMarked
package io.rollbook.audit.integrity.retention;

import org.jspecify.annotations.NullMarked;
