/**
 * Measures a log of ten million entries: how fast events get into it, and how long each documented
 * filter takes for a page. Timings are printed, never asserted.
 */
@NullMarked
package io.rollbook.benchmarks.log;

import org.jspecify.annotations.NullMarked;
