/**
 * The door for writes: reads a SCIM message, makes one command of it, and answers from the state
 * that the command left. May not decide anything that a command decides, nor read what only the
 * read side knows.
 */
@NullMarked
package io.rollbook.provisioning.endpoint;

import org.jspecify.annotations.NullMarked;
