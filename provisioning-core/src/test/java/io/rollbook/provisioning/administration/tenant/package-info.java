/** Tenants and whether they are let in, as operators see them. */
@NullMarked
package io.rollbook.provisioning.administration.tenant;

import org.jspecify.annotations.NullMarked;
