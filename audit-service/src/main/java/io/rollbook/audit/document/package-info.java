/**
 * What is kept of each event, for good: one document in canonical JSON (RFC 8785) that depends on
 * the event alone, so that a log that is built again is the same to the byte. Columns beside it are
 * for searching and may be made again in another way; documents may not.
 */
@NullMarked
package io.rollbook.audit.document;

import org.jspecify.annotations.NullMarked;
