/**
 * Carries out what is asked of groups: Axon's handlers load the state, let it decide, and change
 * the registers in the same transaction. May hold no rule about a group itself.
 */
@NullMarked
package io.rollbook.provisioning.group.handling;

import org.jspecify.annotations.NullMarked;
