/**
 * Measures questions about the past of a group with 100,000 members and a million changes. Timings
 * are printed, never asserted.
 */
@NullMarked
package io.rollbook.benchmarks.history;

import org.jspecify.annotations.NullMarked;
