/** What events mean for the log. */
@NullMarked
package io.rollbook.audit.entry;

import org.jspecify.annotations.NullMarked;
