/**
 * Write requests that changed nothing, refused or without effect, and their place in the event
 * store: every authenticated write request that leaves no event of change leaves exactly one of
 * these. May not decide anything about the request itself.
 */
@NullMarked
package io.rollbook.provisioning.attempt;

import org.jspecify.annotations.NullMarked;
