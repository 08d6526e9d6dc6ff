/** Tests of the package of the same name. */
@NullMarked
package io.rollbook.audit.odata;

import org.jspecify.annotations.NullMarked;
