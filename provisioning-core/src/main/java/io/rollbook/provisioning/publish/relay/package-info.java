/**
 * The relay: reads committed events in the store's order, numbers them per tenant and topic and
 * sends them to Kafka, none skipped and none out of order. Answers how far publication is; may
 * decide nothing about what an event means.
 */
@NullMarked
package io.rollbook.provisioning.publish.relay;

import org.jspecify.annotations.NullMarked;
