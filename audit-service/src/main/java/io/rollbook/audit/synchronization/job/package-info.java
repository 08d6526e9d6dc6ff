/**
 * The provisioning job of a connection as the identity provider would see it: its cycles and its
 * quarantine, followed from the connection's write requests by pure functions. May not touch a
 * database, a topic or a clock: the times come with what is followed.
 */
@NullMarked
package io.rollbook.audit.synchronization.job;

import org.jspecify.annotations.NullMarked;
