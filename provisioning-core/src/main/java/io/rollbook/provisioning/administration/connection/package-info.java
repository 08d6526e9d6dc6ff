/**
 * Connections of a tenant and their settings, for operators. May not decide which settings make
 * sense.
 */
@NullMarked
package io.rollbook.provisioning.administration.connection;

import org.jspecify.annotations.NullMarked;
