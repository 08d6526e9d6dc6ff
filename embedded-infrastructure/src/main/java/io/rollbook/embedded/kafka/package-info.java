/**
 * One Kafka broker and controller (KRaft) inside this process. May not create topics; whoever
 * publishes to one makes it.
 */
@NullMarked
package io.rollbook.embedded.kafka;

import org.jspecify.annotations.NullMarked;
