/**
 * The seam between the gateway and the services as signed HTTP: who may call whom, proved by a
 * short-lived signature over one exact message. Knows nothing of what the messages mean and may not
 * be reached from outside: these paths belong on an internal network.
 */
@NullMarked
package io.rollbook.link;

import org.jspecify.annotations.NullMarked;
