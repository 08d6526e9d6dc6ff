/**
 * How many events the store holds and the relay has numbered, for whoever compares that with what
 * arrived. May not change anything.
 */
@NullMarked
package io.rollbook.provisioning.publish.count;

import org.jspecify.annotations.NullMarked;
