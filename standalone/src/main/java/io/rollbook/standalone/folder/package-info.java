/**
 * What lies where in the data folder, and what a running instance writes there for the other
 * commands. May not start anything.
 */
@NullMarked
package io.rollbook.standalone.folder;

import org.jspecify.annotations.NullMarked;
