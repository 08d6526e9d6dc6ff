/** How a PATCH is refused: the errors of RFC 7644 §3.5.2 in words. May not decide when. */
@NullMarked
package io.rollbook.scim.patch.refusal;

import org.jspecify.annotations.NullMarked;
