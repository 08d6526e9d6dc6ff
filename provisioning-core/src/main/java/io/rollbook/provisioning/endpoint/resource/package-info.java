/**
 * The writes of each resource type: a SCIM message becomes one command, and the state that the
 * command left becomes the answer. May not record anything.
 */
@NullMarked
package io.rollbook.provisioning.endpoint.resource;

import org.jspecify.annotations.NullMarked;
