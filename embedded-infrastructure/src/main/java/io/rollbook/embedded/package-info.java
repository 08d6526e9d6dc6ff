/**
 * A real PostgreSQL and a real Kafka broker for one process: what the standalone form and the
 * integration tests run on. May not know any service of ours, nor what is stored.
 */
@NullMarked
package io.rollbook.embedded;

import org.jspecify.annotations.NullMarked;
