/**
 * What administrators are told of their connections: made in the transaction of the events that are
 * the reason, once for each occasion. May not send anything.
 */
@NullMarked
package io.rollbook.audit.notification;

import org.jspecify.annotations.NullMarked;
