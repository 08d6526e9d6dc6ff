/**
 * What the write side does by itself because something happened. A reaction derives what is to do
 * from what was committed, and does it by commands: it can be killed at any point and goes on at
 * the next start.
 */
@NullMarked
package io.rollbook.provisioning.reaction;

import org.jspecify.annotations.NullMarked;
