/**
 * What can happen to a tenant's connection and its tokens, as the event store keeps it. May hold
 * facts only, and of a token never more than its hash.
 */
@NullMarked
package io.rollbook.provisioning.connection.event;

import org.jspecify.annotations.NullMarked;
