/**
 * A tenant's whole log as files that can be verified without us, streamed. May not keep more of it
 * in memory than one page.
 */
@NullMarked
package io.rollbook.audit.integrity.export;

import org.jspecify.annotations.NullMarked;
