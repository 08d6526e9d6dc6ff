/**
 * JSON as RFC 8259 has it, and its one canonical form (RFC 8785): what is hashed must have one
 * spelling. May not know what is in the documents.
 */
@NullMarked
package io.rollbook.verify.json;

import org.jspecify.annotations.NullMarked;
