/**
 * How the read models' database is reached: connections, one question or one transaction in the
 * name of a tenant, the names of the tables. May not know what is asked.
 */
@NullMarked
package io.rollbook.projections.database;

import org.jspecify.annotations.NullMarked;
