/**
 * Questions about the log's integrity: its state, keys, checkpoints, proofs, custody and export.
 * May not decide who reads entries themselves.
 */
@NullMarked
package io.rollbook.audit.integrity.query;

import org.jspecify.annotations.NullMarked;
