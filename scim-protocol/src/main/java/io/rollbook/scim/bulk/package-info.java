/**
 * Bulk requests (RFC 7644 §3.7): in which order their operations come, what the references between
 * them stand for, and the answer. Carries nothing out, and may not know what an operation does.
 */
@NullMarked
package io.rollbook.scim.bulk;

import org.jspecify.annotations.NullMarked;
