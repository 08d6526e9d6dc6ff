/** What nobody sends who means well, over HTTP to the running server. */
@NullMarked
package io.rollbook.standalone.fuzz;

import org.jspecify.annotations.NullMarked;
