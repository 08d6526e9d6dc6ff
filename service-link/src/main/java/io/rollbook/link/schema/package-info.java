/**
 * Flyway for a service's scripts, and whether it has anything to do. Says with its own table which
 * scripts were run last; knows no table of a service.
 */
@NullMarked
package io.rollbook.link.schema;

import org.jspecify.annotations.NullMarked;
