/**
 * Tenants and whether they are let in, for operators; and the end of those that have to go. May
 * touch no tenant's directory but to erase it.
 */
@NullMarked
package io.rollbook.provisioning.administration.tenant;

import org.jspecify.annotations.NullMarked;
