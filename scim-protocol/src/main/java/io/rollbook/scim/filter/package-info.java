/**
 * Filters (RFC 7644 §3.4.2.2): from the text that a client sends to a tree that is bound to the
 * schema, and whether a resource matches it. May not know where resources are kept; a store
 * compiles the tree for itself and must answer as {@link io.rollbook.scim.filter.FilterEvaluator}
 * does.
 */
@NullMarked
package io.rollbook.scim.filter;

import org.jspecify.annotations.NullMarked;
