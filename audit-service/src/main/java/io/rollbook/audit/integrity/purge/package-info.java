/**
 * Deletes what retention lets go: signed first, copied, then a piece at a time. May not delete what
 * a hold protects, what no checkpoint covers, or what is not as it was signed.
 */
@NullMarked
package io.rollbook.audit.integrity.purge;

import org.jspecify.annotations.NullMarked;
