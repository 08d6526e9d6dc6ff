/**
 * Cursors (RFC 9865): where a page begins, sealed so that only this installation can make and read
 * one, and only for the question that it was made for. May keep nothing between two requests.
 */
@NullMarked
package io.rollbook.projections.cursor;

import org.jspecify.annotations.NullMarked;
