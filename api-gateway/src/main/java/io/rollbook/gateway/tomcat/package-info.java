/**
 * The container's limits, chosen on purpose, and its own error answers in SCIM's form. May not know
 * routes or callers.
 */
@NullMarked
package io.rollbook.gateway.tomcat;

import org.jspecify.annotations.NullMarked;
