/**
 * The API of the log: {@code GET /entries} and what lies below it, as described in
 * docs/audit/entries.md. May not know how entries are stored.
 */
@NullMarked
package io.rollbook.audit.query;

import org.jspecify.annotations.NullMarked;
