/**
 * One class per command of the command line: options in, a few lines out. May not keep state; what
 * a command does is in the other packages.
 */
@NullMarked
package io.rollbook.standalone.command;

import org.jspecify.annotations.NullMarked;
