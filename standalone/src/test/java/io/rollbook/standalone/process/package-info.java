/** Rollbook as a process of its own: signals, kills, and the command line against it. */
@NullMarked
package io.rollbook.standalone.process;

import org.jspecify.annotations.NullMarked;
