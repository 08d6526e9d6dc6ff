/** Tests of the package of the same name. */
@NullMarked
package io.rollbook.verify.export;

import org.jspecify.annotations.NullMarked;
