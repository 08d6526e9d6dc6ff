/**
 * OData's filter expressions, as far as a log needs them: text in, a tree out, or one sentence that
 * says what is wrong with it. Knows neither properties nor a database.
 */
@NullMarked
package io.rollbook.audit.odata;

import org.jspecify.annotations.NullMarked;
