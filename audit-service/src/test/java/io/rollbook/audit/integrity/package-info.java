/** The log's tables. */
@NullMarked
package io.rollbook.audit.integrity;

import org.jspecify.annotations.NullMarked;
