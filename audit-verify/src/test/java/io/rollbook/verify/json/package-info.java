/** Tests of the package of the same name. */
@NullMarked
package io.rollbook.verify.json;

import org.jspecify.annotations.NullMarked;
