/**
 * The BulkRequest message (RFC 7644 §3.7) as it was sent: which operations, with which JSON, and
 * where that refers to other operations. May not know of schemas or of what operations do.
 */
@NullMarked
package io.rollbook.scim.bulk.message;

import org.jspecify.annotations.NullMarked;
