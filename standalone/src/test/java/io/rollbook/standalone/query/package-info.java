/** Queries over HTTP: orders, pages, searches. */
@NullMarked
package io.rollbook.standalone.query;

import org.jspecify.annotations.NullMarked;
