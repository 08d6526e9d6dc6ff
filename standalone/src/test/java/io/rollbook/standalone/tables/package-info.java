/**
 * Every table of every service, as the database's own catalog lists them: row-level security binds
 * the roles that serve.
 */
@NullMarked
package io.rollbook.standalone.tables;

import org.jspecify.annotations.NullMarked;
