/** Connections and their settings, as operators see them. */
@NullMarked
package io.rollbook.provisioning.administration.connection;

import org.jspecify.annotations.NullMarked;
