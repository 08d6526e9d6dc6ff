/** Tests of the package of the same name. */
@NullMarked
package io.rollbook.audit.synchronization.query;

import org.jspecify.annotations.NullMarked;
