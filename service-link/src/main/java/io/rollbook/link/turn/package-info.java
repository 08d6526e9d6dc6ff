/**
 * Whose request a service works on next, when more have come than it can work on at once: each
 * tenant's in turns, so that who sends much waits for itself. May not know what a request asks.
 */
@NullMarked
package io.rollbook.link.turn;

import org.jspecify.annotations.NullMarked;
