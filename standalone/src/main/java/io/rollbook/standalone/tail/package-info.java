/**
 * Reads a tenant's events from Kafka as any subscriber does and makes a readable line of each. May
 * not reach into a service's database.
 */
@NullMarked
package io.rollbook.standalone.tail;

import org.jspecify.annotations.NullMarked;
