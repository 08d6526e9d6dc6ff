/**
 * Reading the log: {@code GET /entries} and what lies below it, as described in docs/audit.md. May
 * only read, one tenant at a time, and every page is bounded.
 */
@NullMarked
package io.rollbook.audit.query;

import org.jspecify.annotations.NullMarked;
