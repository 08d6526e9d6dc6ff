/**
 * Answers SCIM reads: one resource, lists by filter, and what the service provider can do. May not
 * write.
 */
@NullMarked
package io.rollbook.projections.read;

import org.jspecify.annotations.NullMarked;
