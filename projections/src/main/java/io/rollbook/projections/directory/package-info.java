/**
 * What an event changes in the rows of a tenant: users, groups, their membership, what they are
 * found by. May not know where events come from nor how rows are asked for.
 */
@NullMarked
package io.rollbook.projections.directory;

import org.jspecify.annotations.NullMarked;
