/**
 * How a stored event becomes a published one: its type, its payload, its subject and its record on
 * a topic. Pure functions of the stored row and its number; may read nothing else, so that a resend
 * and a replay give the same record again.
 */
@NullMarked
package io.rollbook.provisioning.publish.contract;

import org.jspecify.annotations.NullMarked;
