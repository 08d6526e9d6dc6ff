/**
 * The outer form of messages: media types, how much is read, how a refusal looks. May not look into
 * bodies.
 */
@NullMarked
package io.rollbook.gateway.message;

import org.jspecify.annotations.NullMarked;
