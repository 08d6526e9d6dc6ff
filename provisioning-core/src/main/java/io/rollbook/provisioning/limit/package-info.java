/**
 * How much a tenant or one of its connections may ask for: what is set, what may be set, and how it
 * is changed. Pure. May not know what is set for whom.
 */
@NullMarked
package io.rollbook.provisioning.limit;

import org.jspecify.annotations.NullMarked;
