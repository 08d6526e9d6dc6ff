/**
 * Carries out what is asked of users: Axon's handlers load the state, let it decide, and change the
 * registers in the same transaction. May hold no rule about a user itself.
 */
@NullMarked
package io.rollbook.provisioning.user.handling;

import org.jspecify.annotations.NullMarked;
