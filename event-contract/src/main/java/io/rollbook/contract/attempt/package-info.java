/**
 * Write requests that changed nothing: refused, or without effect. May hold nothing but facts that
 * were committed.
 */
@NullMarked
package io.rollbook.contract.attempt;

import org.jspecify.annotations.NullMarked;
