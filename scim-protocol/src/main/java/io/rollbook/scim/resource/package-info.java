/**
 * Resources on their way in: what a client sent becomes validated values in one pass over the
 * bytes, driven by the schema alone. May not know who asks, where resources are kept, or anything
 * of filters.
 */
@NullMarked
package io.rollbook.scim.resource;

import org.jspecify.annotations.NullMarked;
