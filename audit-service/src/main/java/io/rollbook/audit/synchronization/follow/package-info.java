/**
 * Keeps the jobs up with the events, in the transaction that writes the entries: what an event
 * costs does not grow with a connection's history. May not decide anything about a job.
 */
@NullMarked
package io.rollbook.audit.synchronization.follow;

import org.jspecify.annotations.NullMarked;
