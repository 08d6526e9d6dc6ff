/**
 * What is measured about the provisioning log by itself, without a server. May not be used by
 * anything else.
 */
@NullMarked
package io.rollbook.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
