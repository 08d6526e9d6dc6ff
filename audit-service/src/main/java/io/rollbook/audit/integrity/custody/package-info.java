/**
 * The stream that tells what was done with the log: who read, exported or verified it. May not know
 * how questions about the log are answered.
 */
@NullMarked
package io.rollbook.audit.integrity.custody;

import org.jspecify.annotations.NullMarked;
