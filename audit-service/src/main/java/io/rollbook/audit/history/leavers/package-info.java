/**
 * How long it took until a user that was disabled at the source was disabled for the applications.
 * May only read.
 */
@NullMarked
package io.rollbook.audit.history.leavers;

import org.jspecify.annotations.NullMarked;
