/**
 * The protocol's refusals as values: the error that a client sees (RFC 7644 §3.12) and the outcome
 * of a decision that can be refused. May not throw for anything that a client can cause.
 */
@NullMarked
package io.rollbook.scim.error;

import org.jspecify.annotations.NullMarked;
