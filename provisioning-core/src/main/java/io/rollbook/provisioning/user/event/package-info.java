/**
 * What can happen to a user, as the event store keeps it. May hold facts only: who asked and when
 * stands in the metadata ({@link io.rollbook.provisioning.origin.Origin}). The names in the store
 * are data of their own, so that these records may be renamed but never change their meaning.
 */
@NullMarked
package io.rollbook.provisioning.user.event;

import org.jspecify.annotations.NullMarked;
