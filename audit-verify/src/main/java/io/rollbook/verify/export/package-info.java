/**
 * Checks an export of a log, file by file, with nothing else at hand. May not change it, and keeps
 * no more of it in memory than a few thousand lines.
 */
@NullMarked
package io.rollbook.verify.export;

import org.jspecify.annotations.NullMarked;
