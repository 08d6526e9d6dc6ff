/** Tests of the command line. */
@NullMarked
package io.rollbook.verify;

import org.jspecify.annotations.NullMarked;
