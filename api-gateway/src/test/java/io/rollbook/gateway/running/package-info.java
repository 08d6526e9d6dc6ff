/** A running gateway in front of small services, and clients that speak to it. */
@NullMarked
package io.rollbook.gateway.running;

import org.jspecify.annotations.NullMarked;
