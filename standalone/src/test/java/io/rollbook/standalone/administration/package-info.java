/** What administrators do, and that it takes effect, over HTTP. */
@NullMarked
package io.rollbook.standalone.administration;

import org.jspecify.annotations.NullMarked;
