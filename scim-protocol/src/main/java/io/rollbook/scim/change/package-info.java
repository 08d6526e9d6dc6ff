/**
 * The difference between two states of a resource as a list of attributes before and after, which
 * is what events hold. May not know why something changed.
 */
@NullMarked
package io.rollbook.scim.change;

import org.jspecify.annotations.NullMarked;
