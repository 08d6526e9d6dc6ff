/**
 * What a published event means for the log, as a pure function: one event in, the part of an entry
 * that it makes out. May not touch a database or a topic.
 */
@NullMarked
package io.rollbook.audit.entry;

import org.jspecify.annotations.NullMarked;
