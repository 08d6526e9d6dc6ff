/** The log's tables. */
@NullMarked
package io.rollbook.audit.database;

import org.jspecify.annotations.NullMarked;
