/** Tests of the package of the same name. */
@NullMarked
package io.rollbook.verify.sign;

import org.jspecify.annotations.NullMarked;
