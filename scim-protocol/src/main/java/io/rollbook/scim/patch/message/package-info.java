/**
 * The PatchOp message (RFC 7644 §3.5.2) as it was sent: which operations, on which paths, with
 * which JSON. May not know of schemas or of what operations do.
 */
@NullMarked
package io.rollbook.scim.patch.message;

import org.jspecify.annotations.NullMarked;
