/**
 * Repeats what was published, on a topic of its own, with the ids and numbers that it has. May save
 * nothing: the relay's position is none of its business.
 */
@NullMarked
package io.rollbook.provisioning.publish.replay;

import org.jspecify.annotations.NullMarked;
