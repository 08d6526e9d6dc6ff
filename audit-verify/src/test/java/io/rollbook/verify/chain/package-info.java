/** Tests of the package of the same name. */
@NullMarked
package io.rollbook.verify.chain;

import org.jspecify.annotations.NullMarked;
