/**
 * Users: what can be asked of one, what comes of it, and the state that its events tell. Decisions
 * are pure; the time, the id and the tenant come with the command. May know nothing of groups but
 * that a user has to leave them.
 */
@NullMarked
package io.rollbook.provisioning.user;

import org.jspecify.annotations.NullMarked;
