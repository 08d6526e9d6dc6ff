/**
 * Tenants: one company each, with a name and a compatibility profile. Answers who there is; may
 * touch no tenant's directory.
 */
@NullMarked
package io.rollbook.provisioning.tenant;

import org.jspecify.annotations.NullMarked;
