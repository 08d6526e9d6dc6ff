/** Tests of the package of the same name. */
@NullMarked
package io.rollbook.verify.merkle;

import org.jspecify.annotations.NullMarked;
