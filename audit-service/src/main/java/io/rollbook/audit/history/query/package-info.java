/** The history over HTTP: parameters, cursors and JSON. May not know how an answer is found. */
@NullMarked
package io.rollbook.audit.history.query;

import org.jspecify.annotations.NullMarked;
