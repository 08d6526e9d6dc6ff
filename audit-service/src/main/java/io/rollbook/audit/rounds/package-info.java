/**
 * Repeats what the log has to do now and then. Knows nothing of what that is, and may not decide
 * when something is due.
 */
@NullMarked
package io.rollbook.audit.rounds;

import org.jspecify.annotations.NullMarked;
