/** What nobody sends who means well: every message broken in every way is answered, and soon. */
@NullMarked
package io.rollbook.scim.fuzz;

import org.jspecify.annotations.NullMarked;
