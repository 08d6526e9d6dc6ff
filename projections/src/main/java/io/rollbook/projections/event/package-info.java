/**
 * Events as they arrive: Kafka's clients and the reading of records. May not know what an event
 * changes.
 */
@NullMarked
package io.rollbook.projections.event;

import org.jspecify.annotations.NullMarked;
