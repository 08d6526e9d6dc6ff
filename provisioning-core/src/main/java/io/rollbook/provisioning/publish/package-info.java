/**
 * From the store to Kafka: the wiring of the relay, of the topics and of replays. The only place
 * that knows the published contract and Kafka; may not write to the event store.
 */
@NullMarked
package io.rollbook.provisioning.publish;

import org.jspecify.annotations.NullMarked;
