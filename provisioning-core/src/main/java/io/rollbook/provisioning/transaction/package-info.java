/**
 * Transactions outside of commands. Each says whose data it may touch, which PostgreSQL's row-level
 * security holds it to.
 */
@NullMarked
package io.rollbook.provisioning.transaction;

import org.jspecify.annotations.NullMarked;
