/**
 * Starts PostgreSQL, Kafka and the four services in one process, in order, and stops them in the
 * reverse one. May not talk to the terminal.
 */
@NullMarked
package io.rollbook.standalone.run;

import org.jspecify.annotations.NullMarked;
