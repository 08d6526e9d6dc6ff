/**
 * What entries can be filtered by, and OData filters as SQL. What a filter says is bound, never
 * text.
 */
@NullMarked
package io.rollbook.audit.graph.filter;

import org.jspecify.annotations.NullMarked;
