/** The promises of the design, each tried on everything running together. */
@NullMarked
package io.rollbook.standalone.promise;

import org.jspecify.annotations.NullMarked;
