/**
 * What a series of events makes of users, groups and memberships, computed in memory. May not know
 * the database.
 */
@NullMarked
package io.rollbook.projections.directory.fold;

import org.jspecify.annotations.NullMarked;
