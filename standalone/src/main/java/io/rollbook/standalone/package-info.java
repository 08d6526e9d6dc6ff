/**
 * The command line of Rollbook: one process that is everything, and the commands that talk to it.
 * May not hold rules about users, groups or tenants; it only starts what has them.
 */
@NullMarked
package io.rollbook.standalone;

import org.jspecify.annotations.NullMarked;
