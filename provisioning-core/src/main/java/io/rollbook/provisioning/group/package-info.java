/**
 * Groups: what can be asked of one, what comes of it, and the state that its events tell. Decisions
 * are pure. A group's state never holds its members: those stand in a register, and a change of
 * them costs what it changes.
 */
@NullMarked
package io.rollbook.provisioning.group;

import org.jspecify.annotations.NullMarked;
