/** The write side as tests drive it: through its seam, on a real database. */
@NullMarked
package io.rollbook.provisioning.testing;

import org.jspecify.annotations.NullMarked;
