/**
 * One PostgreSQL server as a child of this process: unpacking, initialising, starting, stopping,
 * and the roles that services log in with. May not create tables; each service migrates its own
 * schema.
 */
@NullMarked
package io.rollbook.embedded.postgres;

import org.jspecify.annotations.NullMarked;
