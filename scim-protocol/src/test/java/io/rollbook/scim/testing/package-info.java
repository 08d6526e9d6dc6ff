/** What the tests of the kernel share. */
@NullMarked
package io.rollbook.scim.testing;

import org.jspecify.annotations.NullMarked;
