/**
 * The forms of a resource that are stored: the bytes that are served, and the document that filters
 * look into, in which values that count as equal are the same. May not know the database.
 */
@NullMarked
package io.rollbook.projections.document;

import org.jspecify.annotations.NullMarked;
