/**
 * Sends what is to be told, by e-mail and webhook, until it arrives or is too old. May not decide
 * what that is.
 */
@NullMarked
package io.rollbook.audit.notification.delivery;

import org.jspecify.annotations.NullMarked;
