/** Tests of the documents. */
@NullMarked
package io.rollbook.audit.document;

import org.jspecify.annotations.NullMarked;
