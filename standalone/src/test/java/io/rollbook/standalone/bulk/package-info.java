/** Bulk requests and preconditions against everything running together. */
@NullMarked
package io.rollbook.standalone.bulk;

import org.jspecify.annotations.NullMarked;
