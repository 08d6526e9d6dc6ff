/** Reading the log. */
@NullMarked
package io.rollbook.audit.query;

import org.jspecify.annotations.NullMarked;
