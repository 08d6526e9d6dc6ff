/**
 * What the SCIM kernel needs for one message, beside what another library needs for the same; run
 * with JMH on one thread. Not part of the product, and no test.
 */
@NullMarked
package io.rollbook.benchmarks.kernel;

import org.jspecify.annotations.NullMarked;
