/**
 * From events into the tables of the history, in the transaction that also writes the log. What one
 * event costs depends on what it changes, never on the size of a group. May not read the log.
 */
@NullMarked
package io.rollbook.audit.history.record;

import org.jspecify.annotations.NullMarked;
