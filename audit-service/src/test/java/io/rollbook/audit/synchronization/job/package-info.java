/** Tests of the package of the same name. */
@NullMarked
package io.rollbook.audit.synchronization.job;

import org.jspecify.annotations.NullMarked;
