/**
 * Compares how many events the store, the topics and the log have, without the help of those that
 * carry them from one to the other. Each event is counted once in its life. May write nothing but
 * what it counted, and an entry of the custody stream when something differs.
 */
@NullMarked
package io.rollbook.audit.reconcile;

import org.jspecify.annotations.NullMarked;
