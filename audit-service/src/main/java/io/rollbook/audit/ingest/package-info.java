/**
 * From the topics into the log: each event once, in order, none skipped. May only insert entries,
 * and stops for good where it can't go on without skipping.
 */
@NullMarked
package io.rollbook.audit.ingest;

import org.jspecify.annotations.NullMarked;
