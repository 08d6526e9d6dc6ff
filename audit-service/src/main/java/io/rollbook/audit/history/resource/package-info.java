/**
 * What a resource was at an event, and how it came to it. May only read, one tenant at a time; what
 * an answer costs does not grow with how often a resource changed.
 */
@NullMarked
package io.rollbook.audit.history.resource;

import org.jspecify.annotations.NullMarked;
