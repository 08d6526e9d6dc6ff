/**
 * The log's PostgreSQL: the pool, the migrations and transactions that reach one tenant at a time.
 * May not know what is in the tables.
 */
@NullMarked
package io.rollbook.audit.database;

import org.jspecify.annotations.NullMarked;
