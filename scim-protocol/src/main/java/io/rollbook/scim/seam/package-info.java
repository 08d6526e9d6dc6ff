/**
 * What crosses the border between the gateway and the services: one request and one response, the
 * caller behind it, and the questions "who owns this token", "is this write visible yet" and "can
 * you serve". May not know how a message travels: in one JVM it is a method call, between processes
 * signed HTTP.
 */
@NullMarked
package io.rollbook.scim.seam;

import org.jspecify.annotations.NullMarked;
