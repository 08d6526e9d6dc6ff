/** How long entries are kept. */
@NullMarked
package io.rollbook.audit.integrity.retention;

import org.jspecify.annotations.NullMarked;
