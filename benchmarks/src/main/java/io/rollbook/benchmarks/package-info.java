/**
 * Measures a running Rollbook from outside, over HTTP with real tokens. May not reach into the
 * services, and decides nothing: timings are printed, never asserted.
 */
@NullMarked
package io.rollbook.benchmarks;

import org.jspecify.annotations.NullMarked;
