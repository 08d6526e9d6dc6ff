/**
 * What of the tables a resource type is shown from: its own table, and the memberships that belong
 * to it. Holds the SQL that reading and filtering have in common.
 */
@NullMarked
package io.rollbook.projections.view;

import org.jspecify.annotations.NullMarked;
