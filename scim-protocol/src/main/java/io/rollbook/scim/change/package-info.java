/**
 * The difference between two states of a resource as data, and its inverse. May not judge a
 * difference: what is allowed is decided before.
 */
@NullMarked
package io.rollbook.scim.change;

import org.jspecify.annotations.NullMarked;
