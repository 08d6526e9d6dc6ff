/** Time travel against a real PostgreSQL. */
@NullMarked
package io.rollbook.audit.history;

import org.jspecify.annotations.NullMarked;
