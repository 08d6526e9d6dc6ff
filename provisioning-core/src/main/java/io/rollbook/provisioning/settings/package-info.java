/** The settings of the write side, checked when they are read. May depend on nothing else of it. */
@NullMarked
package io.rollbook.provisioning.settings;

import org.jspecify.annotations.NullMarked;
